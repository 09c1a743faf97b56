"""Sharing out an amount in proportion, with a least share for each."""

from collections.abc import Sequence

CLOSE = 1e-9


def shared(total: float, weights: Sequence[float], least: Sequence[float]) -> list[float]:
    """Shares that sum to `total`, in proportion to `weights`, where none falls below its `least`.

    Where `total` is less than all the least shares together, these are what there is, and the sum is theirs.
    """
    shares = list(least)
    free = {place for place, weight in enumerate(weights) if weight > 0}
    while free:
        fixed = sum(one for place, one in enumerate(least) if place not in free)
        each = (total - fixed) / sum(weights[place] for place in free)
        short = {place for place in free if each * weights[place] < least[place] - CLOSE}
        if not short:
            for place in free:
                shares[place] = each * weights[place]
            break
        free -= short
    return shares


def in_whole(shares: Sequence[float]) -> list[int]:
    """Whole numbers near the shares, with the same sum: those cut most get what is left over, the earlier first."""
    whole = [int(share + CLOSE) for share in shares]
    over = round(sum(shares)) - sum(whole)
    for place in sorted(range(len(shares)), key=lambda place: whole[place] - shares[place])[: max(0, over)]:
        whole[place] += 1
    return whole
