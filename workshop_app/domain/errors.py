"""The one error of the domain."""


class DomainError(Exception):
    """It can't be done, and the message says why in one sentence for the person who tried."""
