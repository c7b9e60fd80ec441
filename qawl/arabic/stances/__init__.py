"""How one party stands towards another, and what colours a statement."""
