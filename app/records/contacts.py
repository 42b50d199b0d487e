"""When and how the citizen was spoken to at the end of a case, and what they said."""

from dataclasses import dataclass
from datetime import datetime

from models import Contact, rows
from models.choices import ContactKind, ContactWay

TRIES = 3  # to call back someone who is never reached


@dataclass(frozen=True)
class Spoken:
    round: int
    kind: ContactKind
    at: datetime
    by: str
    way: ContactWay
    reached: bool
    words: str


def list_contacts(case_id: int) -> list[Spoken]:
    """The newest first."""
    query = (
        Contact.select(
            Contact.round,
            Contact.kind,
            Contact.at,
            Contact.by,
            Contact.way,
            Contact.reached,
            Contact.words,
        )
        .where(Contact.case == case_id)
        .order_by(Contact.id.desc())
    )
    return rows(query, Spoken)


def tries(case_id: int, round_: int) -> int:
    """How often they were to be called back in that round."""
    return sum(
        (one.round, one.kind) == (round_, ContactKind.FOLLOW_UP) for one in list_contacts(case_id)
    )
