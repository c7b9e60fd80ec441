"""What people decide of findings, what is suppressed, and what reading again changes."""
