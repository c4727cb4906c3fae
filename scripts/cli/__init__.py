"""The commands of `zi.py`, one module each, and how they speak."""
