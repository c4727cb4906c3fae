"""Pages: which there are, what each shows, their frame, and how a template becomes a page."""
