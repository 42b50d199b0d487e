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
    """Who said it and in which words goes no further (评价人信息保密); `measures` were taken, and
    `remedy` is what came of it, both with the people of the case masked."""

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
    measures: str
    remedy: str
    level_after: str  # what the citizen said of the remedy

    @property
    def counts(self) -> bool:
        return self.contested is not Contested.UPHELD

    @property
    def state(self) -> str:
        """How far it has been put right."""
        if not self.counts:
            return "不用整改"
        if self.reworked_on:
            return "已整改" if self.in_time else "逾期整改"
        if self.contested is Contested.WAITS:
            return "等申诉结论"
        if self.in_time is False:
            return "逾期未整改"
        return "整改中" if self.reopened_on else "待整改"
