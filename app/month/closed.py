"""What stands on a report beside its figures: that its month was closed, and what was corrected."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Seal:
    """Which version of the closed month it is, and what vouches for all of it."""

    lock_id: int
    version: int
    at: datetime
    by: str
    checksum: str
    program: str


@dataclass(frozen=True, kw_only=True)
class Correction:
    """One thing that a closed month had told otherwise; of a case with who changed it last."""

    month: date
    version: int
    sheet: str
    subject: str  # a figure, or the number of a case
    column: str  # of the ledger; empty for a figure
    was: str
    now: str
    at: datetime | None = None
    by: str = ""
    act: str = ""

    @property
    def is_of_case(self) -> bool:
        return bool(self.column)

    @property
    def place(self) -> tuple[str, str, str]:
        """Where in the report of its month it stands."""
        return self.sheet, self.subject, self.column
