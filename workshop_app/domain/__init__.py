"""What coproduction is: people, sessions, ideas, plans and what each audience may see. Pure: no I/O, no clock."""
