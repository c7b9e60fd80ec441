"""Dates, and what they say."""
