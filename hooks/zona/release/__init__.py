"""Raw complaint counts and earlier releases in, the next release out. Commands use it at the desk; no build knows it."""
