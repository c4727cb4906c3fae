"""What the plan's evidence comes to by the items of the LKE."""
