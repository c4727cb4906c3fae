"""An office's own table of its plan, in whatever layout: heading, columns, numbering, times; a plan of this house out."""
