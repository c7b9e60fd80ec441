"""What is answered on each address."""
