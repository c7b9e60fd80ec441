"""The words of a text that are names, told by tables and by where they stand."""
