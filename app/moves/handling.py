"""While a case is handled: what was done on the way."""

from app.moves.asks import Asked
from app.moves.move import Done, Making

PROGRESS = (
    Asked(
        "note",
        "情况",
        needed="请写下办到哪一步了。",
        hint="办到哪一步了，接下来谁办",
    ),
)


def progress(making: Making) -> Done:
    return Done(making.given["note"])
