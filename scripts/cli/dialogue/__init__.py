"""What commands that ask share: questions on a terminal, and the office that they write for."""
