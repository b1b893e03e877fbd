"""What the window does: logic between the store, the engine service and the widgets."""
