"""What only pages beside one another tell: the same article, person, saying and encounter."""
