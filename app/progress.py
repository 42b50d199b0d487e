"""How far something long is: how many of how many are done, for whoever wants to hear it."""

from collections.abc import Callable

Tick = Callable[[int, int], None]  # it may raise, to stop what it hears of


def unheard(done: int, total: int) -> None:
    """For whoever does not care how far it is."""
