"""Leading a session: prompts, agenda, clock, coverage and nudges. Pure: no Qt, no storage."""
