"""The Qt face of the program and its command line."""
