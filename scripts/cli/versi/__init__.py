"""Versions: the wheel that an office's repository carries, and how it takes the next one."""
