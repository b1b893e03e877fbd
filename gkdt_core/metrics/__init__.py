"""Measures of keypoint accuracy."""
