"""Tables that offices have, read into records: the way in for a plan that exists as an Excel or CSV file."""
