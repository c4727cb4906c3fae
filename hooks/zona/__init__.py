"""The core: an office's data in, a public website out.

Records → findings → outputs, in one direction:

- `zona.records` reads what people wrote in `data/` and says what is wrong with it;
- `zona.findings` computes what follows from the records on a given date;
- `zona.outputs` turns the findings into files of a website.

Nothing in here imports MkDocs, reads a clock, or names an office, a year or a group.
"""
