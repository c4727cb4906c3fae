"""What the office still has to look after: what is missing, old, unconfirmed or running out."""
