"""The one box of the intake: whoever stands at the counter, if they were ever here before."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any

import peewee as pw

from app.cases.columns import MATTER
from app.persons import masks
from app.persons.parties import PartyDraft, party_draft
from app.search import terms
from app.search.texts import keys_of_parties
from app.search.words import Word, all_of, any_of, words_of
from models import Case, Matter, Party, Village, Visit, database, search_index
from models.choices import Ending, Method, PartyKind, Status

_AT_ONCE, _LOOKED_AT = 16, 400  # cases, newest first, whose persons are looked at
_VISITED = 4000  # persons who were visited without a case, the last first
_NUMBER = 7  # of a case's number so much must be typed to ask for its applicant


@dataclass(frozen=True)
class PersonFound:
    party: PartyDraft  # as the form is filled with it
    masked: str
    phone: str  # masked
    id_number: str  # masked
    cases: int
    last_on: date | None


@dataclass(frozen=True)
class EarlierCase:
    id: int
    number: str
    matter: str
    method: Method
    status: Status
    ending: Ending | None
    result: str
    received_at: datetime


@dataclass(frozen=True)
class _Known:
    """What a party is found by: what tells who it is, and where it lives."""

    who: str
    where: str

    def closeness(self, words: Sequence[Word]) -> int | None:
        """0 to 2 as of a word, of the closest of them; None where they do not fit together."""
        if not all(word.stands_in(self.who) or word.stands_in(self.where) for word in words):
            return None
        close = [word.closeness(self.who) for word in words if word.stands_in(self.who)]
        return min(close, default=None)


def find_people(text: str, limit: int = 8) -> list[PersonFound]:
    """By phone, ID number or credit code, also their last four, by name and its initials, and by
    the number of a case; a village or street may be added. The closest first, then who was here
    last; those who were only visited at home come after. `?` is an unknown character of a name."""
    words = words_of(text)
    found: dict[int, None] = {}
    for closest, query in _stages(words):
        cases = islice(search_index.newest(query), _LOOKED_AT)
        while len(found) < limit and (some := list(islice(cases, _AT_ONCE))):
            found |= dict.fromkeys(_fitting(words, some, closest))
    if words and len(found) < limit:
        found |= dict.fromkeys(_visited(words))
    return _people(list(found)[:limit])


def earlier_cases(party_id: int, limit: int = 5) -> list[EarlierCase]:
    """Newest first: what the party asked for, was served with or did for another."""
    query: Any = (
        Case.select(
            Case.id,
            Case.number,
            MATTER,
            Case.method,
            Case.status,
            Case.ending,
            Case.result,
            Case.received_at,
        )
        .left_outer_join(Matter)
        .where(_of(party_id))
        .order_by(Case.received_at.desc(), Case.id.desc())
        .limit(limit)
        .tuples()
    )
    return [EarlierCase(*row) for row in query]


def _stages(words: Sequence[Word]) -> Iterator[tuple[int, str]]:
    """How close a party must be, and the query for the cases it may be in; the closest first."""
    if not words:
        return
    anywhere = all_of(word.in_keys() for word in words)
    yield 0, all_of([anywhere, any_of(word.whole() for word in words)])
    if tails := [word.tail() for word in words if word.is_number]:
        yield 1, all_of([anywhere, any_of(tails)])
    yield 2, anywhere


def _visited(words: Sequence[Word]) -> list[int]:
    """Those who fit and were only ever visited at home, without a case: no index knows them."""
    last: dict[int, int] = {}
    newest = pw.fn.MAX(Visit.id)
    for role in (Visit.asker, Visit.served):
        asked: Any = Visit.select(role, newest).where(Visit.case.is_null(), ~role.is_null())
        for party, visit in asked.group_by(role).order_by(newest.desc()).limit(_VISITED).tuples():
            last[party] = max(visit, last.get(party, 0))
    close = {party: one.closeness(words) for party, one in _known(last).items()}
    fitting = [(at, -last[party], party) for party, at in close.items() if at is not None]
    return [party for *_, party in sorted(fitting)]


def _fitting(words: Sequence[Word], case_ids: Sequence[int], closest: int) -> list[int]:
    """The parties of these cases that fit, in the order of the cases."""
    cases = _cases(case_ids)
    known = _known(party for _, *parties in cases.values() for party in parties if party)
    asked = [word for word in words if len(word.text) >= _NUMBER]
    found = []
    for case_id in case_ids:
        number, applicant, *others = cases[case_id]
        for party in (applicant, *others):
            close = known[party].closeness(words) if party else None
            if close is not None and close <= closest:
                found.append(party)
        if len(words) == len(asked) and all(word.stands_in(number) for word in asked):
            found.append(applicant)
    return found


def _cases(case_ids: Sequence[int]) -> dict[int, tuple[Any, ...]]:
    """The number of each, folded, and the ids of its parties, the applicant first."""
    query: Any = (
        Case.select(Case.id, Case.number, Case.applicant, Case.beneficiary, Case.proxy)
        .where(Case.id.in_(case_ids))
        .tuples()
    )
    return {case_id: (terms.framed([number]), *parties) for case_id, number, *parties in query}


def _known(ids: Iterable[int]) -> dict[int, _Known]:
    return {
        party: _Known(terms.framed(keys.who, keys.initials), terms.framed(keys.where))
        for party, keys in keys_of_parties(set(ids)).items()
    }


def _people(ids: Sequence[int]) -> list[PersonFound]:
    query: Any = Party.select(Party, Village).left_outer_join(Village).where(Party.id.in_(ids))
    parties = {row.id: party_draft(row) for row in query}
    been_here = _been_here(ids)
    return [
        PersonFound(
            party := parties[one],
            masks.name(party.name, organisation=party.kind is PartyKind.ORGANISATION),
            masks.phone(party.phone),
            masks.id_number(party.id_number),
            *been_here[one],
        )
        for one in ids
    ]


def _been_here(ids: Sequence[int]) -> dict[int, tuple[int, date | None]]:
    """Of each party the number of its cases, and when it was last here."""
    each = [
        Case.select(role.alias("party"), Case.id, Case.received_at).where(role.in_(ids))
        for role in (Case.applicant, Case.beneficiary, Case.proxy)
    ]
    union = (each[0] | each[1] | each[2]).alias("role")
    query: Any = (
        pw.Select([union], [union.c.party, pw.fn.COUNT(union.c.id), pw.fn.MAX(union.c.received_at)])
        .group_by(union.c.party)
        .bind(database)
        .tuples()
    )
    counted = {party: (cases, _day(latest)) for party, cases, latest in query}
    return {party: counted.get(party, (0, None)) for party in ids}


def _day(stored: str) -> date:
    return datetime.fromisoformat(stored).date()


def _of(party_id: int) -> Any:
    return (Case.applicant == party_id) | (Case.beneficiary == party_id) | (Case.proxy == party_id)
