"""A closed month as the store keeps it: whole, compressed, and found out where it was damaged."""

import hashlib
import zlib
from dataclasses import dataclass

from app.errors import AppError
from app.month import frozen
from app.month.ledger_row import LedgerRow
from app.month.period import in_words
from app.month.report import MonthlyReport
from models import MonthLock


class DamagedMonth(AppError):
    """What was kept is not any more what it was."""


@dataclass(frozen=True)
class Kept:
    """The report as it goes up, persons masked, and the rows of its ledgers with who they are:
    the store knows that anyway, and gives it out only where it is asked for and recorded."""

    report: MonthlyReport
    received: tuple[LedgerRow, ...]
    carried: tuple[LedgerRow, ...]


def packed(kept: Kept) -> tuple[bytes, str]:
    """What the store keeps, and the checksum over the text in it."""
    text = frozen.dumps(kept).encode()
    return zlib.compress(text, 9), hashlib.sha256(text).hexdigest()


def unpacked(row: MonthLock) -> Kept:
    """As it was packed; DamagedMonth where not every letter is the same."""
    try:
        text = zlib.decompress(row.frozen)
        if hashlib.sha256(text).hexdigest() == row.checksum:
            return frozen.loads(text.decode(), Kept)
    except (zlib.error, frozen.Unreadable) as error:
        raise DamagedMonth(_damaged(row)) from error
    raise DamagedMonth(_damaged(row))


def _damaged(row: MonthLock) -> str:
    return (
        f"{in_words(row.month)}封账留存的数据（第{row.version}版）已损坏，"
        "和校验值不符，不能照它出表。请从封账以后的备份里恢复；没有备份的，"
        "解封后重新封账，会记为新的一版。"
    )
