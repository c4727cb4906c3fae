"""The plan: the decree as printed, its rows, their codes and deadlines, and notes on the print."""
