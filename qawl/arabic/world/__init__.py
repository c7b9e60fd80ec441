"""Bodies, countries, places and groups with all their mentions, and the stable ids by which they are known."""
