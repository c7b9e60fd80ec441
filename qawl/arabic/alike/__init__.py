"""Whether two names, or two offices, of different pages may mean one."""
