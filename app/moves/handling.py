"""While a case is handled: given to a unit, and what was done on the way."""

from app.moves.asks import Asked
from app.moves.move import Done, Making

ASSIGN = (
    Asked(
        "note",
        "交办意见",
        needed="请写明交给谁、怎么办。",
        hint="交给谁、怎么办、什么时候答复",
    ),
)
PROGRESS = (
    Asked(
        "note",
        "情况",
        needed="请写下办到哪一步了。",
        hint="办到哪一步了，接下来谁办",
    ),
)


def assign(making: Making) -> Done:
    return Done(making.given["note"])


def progress(making: Making) -> Done:
    return Done(making.given["note"])
