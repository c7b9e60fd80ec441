"""Search: words, queries, the index, and what answers."""
