"""The LKE: the form's items, and how an office maps them to the rows of its plan."""
