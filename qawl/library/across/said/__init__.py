"""What was said, compared: words by their roots and senses, numbers, negations, opposites; who said it, and when."""
