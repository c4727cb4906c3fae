"""Complaints as counts, month by month."""
