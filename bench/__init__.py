"""What the project measures of itself: the score gate, speed, and the comparison with an encoder. Run as `python -m bench.NAME`."""
