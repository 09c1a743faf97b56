"""One page for each thing the person at the laptop does."""
