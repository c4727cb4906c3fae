"""Tables to download, and the formats that they are written in."""
