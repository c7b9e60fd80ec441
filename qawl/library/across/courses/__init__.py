"""The course of an encounter over pages: which of their events are one, how it went from day to day, and where the pages differ."""
