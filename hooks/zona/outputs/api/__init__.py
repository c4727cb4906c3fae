"""The published JSON: filled from findings by the models of its contract, and described."""
