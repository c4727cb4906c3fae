"""Takes a built site and prepares it for serving: light, safe and searchable. Knows HTML, and no records."""
