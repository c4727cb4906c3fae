"""Records: what people of the office wrote, read, checked and frozen. Nothing here knows today's date."""
