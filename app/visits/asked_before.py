"""Who has a visit before them already, so that nobody is asked for twice."""

from collections.abc import Iterator

from app.persons import parties
from app.persons.names import normalise
from app.persons.parties import PartyDraft
from models import Party, Visit
from models.choices import VisitStatus

_OPEN = (VisitStatus.REQUESTED, VisitStatus.PLANNED)
Key = tuple[str, str]  # a name, and the number or the phone that goes with it


def keys_of(person: PartyDraft) -> list[Key]:
    """By what somebody is known again: a name alone may be another's."""
    clean = parties.cleaned(person)
    name = normalise(clean.name)
    return [(name, one) for one in (clean.id_number, clean.phone) if name and one]


def waiting() -> dict[Key, str]:
    """Everybody who has a visit before them, and its number."""
    return {key: number for key, number, _ in _open()}


def asked_before(person: PartyDraft, but: int | None = None) -> str:
    """The number of a visit that person has before them, other than that one; else empty."""
    keys = keys_of(person)
    if not keys:
        return ""
    there = _open(keys[0][0])
    return next((number for key, number, one in there if key in keys and one != but), "")


def _open(name: str | None = None) -> Iterator[tuple[Key, str, int]]:
    query = (
        Visit.select(Visit.id, Visit.number, Party.name, Party.id_number, Party.phone)
        .join(Party, on=Visit.served)
        .where(Visit.status.in_(_OPEN))
    )
    if name is not None:
        query = query.where(Party.name == name)
    for visit_id, number, called, *both in query.tuples():
        for known in filter(None, both):
            yield (called, known), number, visit_id
