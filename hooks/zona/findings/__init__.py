"""Findings: what follows from the records on a given date, computed and frozen. Nothing here knows HTML or URLs."""
