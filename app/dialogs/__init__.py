"""The program's dialogs: opened with `open()`, answers come as signals."""
