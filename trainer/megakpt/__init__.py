"""MegaKPT, the paper's training data: its datasets, what is at hand, converters from their own formats."""
