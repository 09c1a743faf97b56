"""A tour as data: the rehearsal and the pictures in the help come from one script."""
