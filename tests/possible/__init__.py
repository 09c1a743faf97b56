"""All that may be done to a programme, by domain module. `tests.strategies` is the way in."""
