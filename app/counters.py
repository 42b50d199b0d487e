"""Serial numbers, each given once and none left out."""

from models import Counter, database


def take(series: str) -> int:
    """The next number of the series, from 1. Only inside `saving`: what fails gives it back."""
    if not database.in_transaction():
        raise RuntimeError("a serial taken outside a transaction could be lost")
    ((last,),) = (
        Counter.insert(series=series, last=1)
        .on_conflict(conflict_target=[Counter.series], update={Counter.last: Counter.last + 1})
        .returning(Counter.last)
        .tuples()
        .execute()
    )
    return int(last)
