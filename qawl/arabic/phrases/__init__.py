"""Noun phrases that can speak: what they consist of, and where they end."""
