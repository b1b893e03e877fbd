"""The panels at the sides of the main window: each shows the store and turns gestures into requests."""
