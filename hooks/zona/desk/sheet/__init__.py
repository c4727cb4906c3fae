"""Many records at once: a workbook to fill in, what came back in it, and a range of months, each checked cell by cell."""
