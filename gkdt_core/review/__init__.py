"""Looking over many annotations at once: what poses of a set have in common, and what stands out."""
