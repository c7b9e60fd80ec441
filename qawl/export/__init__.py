"""Records in other formats: tables for programs and spreadsheets, their codebook, a calendar of encounters."""
