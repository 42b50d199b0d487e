"""Money or things held for a citizen (代管款物)."""

from dataclasses import dataclass
from datetime import date

from app.sheets.centre import CaseSheet, Person


@dataclass(frozen=True)
class Held:
    """One thing: its name, how many, what tells it from others."""

    name: str
    count: str = ""
    marks: str = ""


@dataclass(frozen=True, kw_only=True)
class CustodySheet(CaseSheet):
    """The receipt for what is held; two of the centre sign it, and one copy goes home."""

    owner: Person
    amount: str = ""  # 1,200.00元; empty: no money
    amount_in_words: str = ""  # in the numerals of cheques: 壹仟贰佰元整
    things: tuple[Held, ...] = ()
    purpose: str  # why it is held and what it will be used for
    return_when: str  # until when, or on what it is given back
    return_by: date | None = None
    keeper: str
    witness: str
    returned_on: date | None = None
    returned_to: str = ""
    returned_by: str = ""
    return_witness: str = ""
