"""The image and its marks: drawing, hit testing, dragging."""
