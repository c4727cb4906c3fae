"""Complaint statistics that may be published, and how small counts are protected."""
