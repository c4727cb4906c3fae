"""Pages of the desk that fill in the data files that the office keeps."""
