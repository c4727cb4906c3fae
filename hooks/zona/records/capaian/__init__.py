"""What was done: records of the office, and the evidence beside them."""
