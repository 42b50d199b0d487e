"""The bars of figures, and a list of them that does not run out of its card."""

from collections.abc import Sequence

from app.statistics.counted import GoneTo
from app.statistics.records import Tally
from ui.kit.bars import Key, Piece
from ui.kit.lying_bars import LyingBar

MOST = 8
CASES, VISITS, TABLE = "回车看办件", "回车看每次上门", "回车看表格"


def piece(name: str, tally: Tally, key: Key) -> Piece:
    of_visits = isinstance(tally.opens, GoneTo)
    said = f"{name} {tally.number} {'次' if of_visits else '件'}"
    return Piece(tally.number, said, key.look, key.tone, tally, VISITS if of_visits else CASES)


def shortened(bars: Sequence[LyingBar], what: str) -> Sequence[LyingBar]:
    """The last bar stands for all that are left; it opens nothing but the table."""
    if len(bars) <= MOST:
        return bars
    rest = bars[MOST - 1 :]
    name = f"其余 {len(rest)} {what}"
    first = rest[0].pieces
    sums = [sum(bar.pieces[at].value for bar in rest) for at in range(len(first))]
    pieces = tuple(
        Piece(value, name, one.look, one.tone, leads=TABLE)
        for one, value in zip(first, sums, strict=True)
    )
    number = "/".join(str(int(value)) for value in ([sums[0], sum(sums)] if sums[1:] else sums))
    return [*bars[: MOST - 1], LyingBar(name, pieces, number)]
