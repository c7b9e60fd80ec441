"""What people ask of a library: is this quotation in it, who said what, what is planned, what is new."""
