"""The answers of the search: questions as people type them, and sentences from findings or from the office's own pages."""
