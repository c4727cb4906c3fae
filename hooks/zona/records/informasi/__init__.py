"""What pages of information are made of: channels, the chooser, rules, prose."""
