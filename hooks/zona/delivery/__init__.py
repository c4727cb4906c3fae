"""A built site in; the same site made fit to be served out: light, safe and searchable. Knows HTML, and no records."""
