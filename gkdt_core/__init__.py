"""Domain, geometry, formats, model and inference; knows no Qt and no trainer."""
