"""What clauses of a kind are made of: forms of its verbs and nouns, who does it and to whom, and who tells it."""
