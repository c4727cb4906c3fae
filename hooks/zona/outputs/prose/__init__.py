"""Pages of prose: Markdown in, HTML out, with blocks filled from findings."""
