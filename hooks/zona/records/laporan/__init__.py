"""Yearly reports: what every one shares, the models of each, and surveys."""
