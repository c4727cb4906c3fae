"""The desk: a local web application on the same core as `catat`."""
