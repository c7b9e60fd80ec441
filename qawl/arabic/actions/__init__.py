"""What happened by force or in the street."""
