"""Where model weights live and how they get in."""
