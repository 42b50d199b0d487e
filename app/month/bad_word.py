"""A row of 评价与整改: a bad word of a citizen, and what was done about it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Contested(StrEnum):
    NO = ""
    WAITS = "申诉中"
    UPHELD = "申诉成立，不计"
    DISMISSED = "申诉不成立"


@dataclass(frozen=True, kw_only=True)
class BadWord:
    """Who said it and in which words goes no further (评价人信息保密); `remedy` is what came of
    taking the case up again, with its people masked."""

    number: str
    matter: str
    lead: str
    level: str
    aspects: str
    said_on: date
    contested: Contested
    judged_on: date | None
    rework_by: date
    reopened_on: date | None
    reworked_on: date | None
    in_time: bool | None  # None while it may still be, or where nothing had to be done
    remedy: str
    level_after: str  # what the citizen said of the remedy

    @property
    def counts(self) -> bool:
        return self.contested is not Contested.UPHELD
