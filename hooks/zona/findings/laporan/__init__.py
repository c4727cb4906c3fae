"""What yearly reports and surveys come to."""
