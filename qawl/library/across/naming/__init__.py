"""Whether two names in two pages are one person, body or place. Pure: nothing here knows a database."""
