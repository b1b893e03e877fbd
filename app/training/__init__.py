"""Training from the window: what to learn from, and the runs that are on disk."""
