"""What the project measures of itself: the score gate, speed, an encoder beside it. Run as `python -m bench.NAME`."""
