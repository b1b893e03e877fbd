"""Annotation file formats."""
