"""The library: records kept with their evidence, found again, decided upon, proved."""
