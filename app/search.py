"""Finding cases by whatever someone remembers of them, and keeping what is found up to date."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any

import peewee as pw

from app import masks, search_terms
from app.changes import Kind, saving
from app.search_terms import Word, all_of, any_of
from app.search_texts import entries_of
from models import Case, Matter, Party, search_index
from models.choices import PartyKind, Status

_AT_ONCE = 1000  # cases indexed between two reports of progress
_LOOKED_AT = 5000  # of what an unknown character may be; the rest is too long ago
Tick = Callable[[int, int], None]


@dataclass(frozen=True)
class FoundCase:
    id: int
    number: str
    person: str  # who is served, masked
    matter: str
    status: Status
    due_on: date
    received_at: datetime


def find(text: str, limit: int = 20) -> list[FoundCase]:
    """Cases that have all of the words typed, newest first.

    Those of which a word is the number, the phone, the ID number or the name, and then those
    of which such a number ends with it, come before the others. `?` is an unknown character
    of a name, a number and the like.
    """
    return _read(best(search_terms.words(text), limit))


def matching(text: str) -> set[int]:
    """The ids of all cases that have all of the words typed."""
    return set(_anywhere(search_terms.words(text)))


def best(words: Sequence[Word], limit: int) -> list[int]:
    """The ids of the cases that fit best, the best first."""
    if not words:
        return []
    found = list(islice(_anywhere(words), limit))
    if len(found) < limit:
        return _by_closeness(words, found)
    # There are more than were read: the close ones may be older than all of these.
    close = (list(islice(_query(words, close), limit)) for close in _close(words))
    return list(dict.fromkeys([*(one for some in close for one in some), *found]))[:limit]


def index_case(case_id: int) -> None:
    """Bring what is found of a case up to date, in the transaction that changed it."""
    with saving(Kind.CASES):
        for found_id, entry in entries_of([case_id]):
            search_index.put(found_id, entry)


def index_party(party_id: int) -> None:
    """The same for all cases of a party of whom something became known."""
    theirs = (Case.applicant, Case.beneficiary, Case.proxy)
    with saving(Kind.CASES):
        for role in theirs:
            cases: Any = Case.select(Case.id).where(role == party_id).tuples()
            for case_id, entry in entries_of([case_id for (case_id,) in cases]):
                search_index.put(case_id, entry)


def reindex_all(tick: Tick | None = None) -> None:
    """Index every case anew, all or nothing; tick is told how many of how many are done."""
    with saving(Kind.CASES):
        cases: Any = Case.select(Case.id).order_by(Case.id).tuples()
        ids = [case_id for (case_id,) in cases]
        search_index.clear()
        for start in range(0, len(ids), _AT_ONCE):
            search_index.add(entries_of(ids[start : start + _AT_ONCE]))
            if tick:
                tick(min(start + _AT_ONCE, len(ids)), len(ids))
        search_index.optimise()


def _anywhere(words: Sequence[Word]) -> Iterator[int]:
    if not words:
        return iter(())
    found = _query(words, all_of(word.anywhere() for word in words))
    if not any(word.wild for word in words):
        return found
    first = next(found, None)
    if first is None:
        # The `?` was the end of a question, not an unknown character.
        return _anywhere([word.without_unknown() for word in words])
    return iter([first, *found])


def _query(words: Sequence[Word], query: str) -> Iterator[int]:
    """Newest first; of what is wild the index finds too much, which is looked through here."""
    wild = [word for word in words if word.wild]
    if not wild:
        return search_index.newest(query)
    candidates = islice(search_index.newest_with_keys(query), _LOOKED_AT)
    return (
        case_id
        for case_id, keys in candidates
        if (fields := search_terms.fields_of(keys)) and all(one.stands_in(fields) for one in wild)
    )


def _close(words: Sequence[Word]) -> Iterator[str]:
    """Queries for what a word is the whole of, and for what ends with it."""
    anywhere = all_of(word.anywhere() for word in words)
    if whole := [word.whole() for word in words if word.may_be_whole]:
        yield all_of([anywhere, any_of(whole)])
    if tails := [word.tail() for word in words if word.is_number]:
        yield all_of([anywhere, any_of(tails)])


def _by_closeness(words: Sequence[Word], ids: list[int]) -> list[int]:
    stored = search_index.entries(ids)
    fields = {case_id: search_terms.fields_of(one.keys) for case_id, one in stored.items()}
    return sorted(ids, key=lambda one: min(word.closeness(fields[one]) for word in words))


def _read(ids: Sequence[int]) -> list[FoundCase]:
    served = Party.alias()
    query: Any = (
        Case.select(
            Case.id,
            Case.number,
            served.name,
            served.kind,
            pw.fn.COALESCE(Matter.name, Case.matter_text),
            Case.status,
            Case.due_on,
            Case.received_at,
        )
        .join(served, on=(served.id == pw.fn.COALESCE(Case.beneficiary, Case.applicant)))
        .switch(Case)
        .left_outer_join(Matter)
        .where(Case.id.in_(ids))
        .tuples()
    )
    found = {
        case_id: FoundCase(
            case_id,
            number,
            masks.name(name, organisation=kind is PartyKind.ORGANISATION),
            *rest,
        )
        for case_id, number, name, kind, *rest in query
    }
    return [found[one] for one in ids if one in found]
