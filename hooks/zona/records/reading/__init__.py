"""Reading: a file of the data folder in, plain values with their lines out, or problems in Indonesian with their places."""
