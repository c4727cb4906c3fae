"""What the office gives, made ready for the data folder: used by every mouth that asks."""
