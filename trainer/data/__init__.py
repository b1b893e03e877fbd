"""Datasets, augmentation and episode sampling."""
