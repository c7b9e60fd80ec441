"""Who takes part in an encounter, and how."""
