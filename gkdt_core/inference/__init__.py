"""From images and prompts to predictions."""
