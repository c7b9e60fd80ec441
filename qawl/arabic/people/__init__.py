"""The people of a page: their names, their roles, and which of them are one."""
