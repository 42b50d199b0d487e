"""The way back in for an administrator who forgot the password."""

from dataclasses import dataclass
from datetime import datetime

from app.sheets.centre import Centre


@dataclass(frozen=True, kw_only=True)
class RecoverySheet:
    """The code in groups as it will be typed; the store knows only its hash."""

    centre: Centre
    account: str
    code: str  # groups parted by -
    issued_at: datetime
