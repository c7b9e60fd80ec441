"""A record for people: in the terminal, as one self-contained HTML page, and why each finding was made."""
