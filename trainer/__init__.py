"""Episodes, sampling, losses, the training loop and evaluation; no Qt."""
