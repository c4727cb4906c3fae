"""`zi.py catat`: the questions, the office that is asked for, and the writing of a record."""
