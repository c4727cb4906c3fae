"""What the office changed, sent to where its data are kept, without the git program: by dulwich alone.

Nothing here asks or prints: each act ends in one of the outcomes, which the desk puts into words."""
