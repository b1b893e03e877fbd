"""The project: one SQLite file that holds every annotation, its undo history in memory, import and export."""
