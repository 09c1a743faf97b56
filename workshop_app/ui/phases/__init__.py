"""What the leader's middle column shows in each phase of a session, one panel for each kind of thing to do."""
