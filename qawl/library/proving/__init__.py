"""Proof: a library held against what was kept, a statement in one file, a copy."""
