"""Coproduction workshops in schools, from the first idea to a signed plan that comes back."""
