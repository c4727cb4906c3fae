"""Outputs: findings in, the files of a website out. Nothing here writes to disk or knows MkDocs."""
