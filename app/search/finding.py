"""Finding cases by whatever someone remembers of them, and keeping what is found up to date."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain, islice
from typing import Any

from app.cases.columns import MATTER, SERVED
from app.changes import Kind, saving
from app.persons import masks
from app.progress import Tick
from app.search import terms
from app.search.texts import entries_of
from app.search.words import Word, all_of, any_of, words_of
from models import Case, Matter, Party, search_index
from models.choices import PartyKind, Status

_AT_ONCE = 1000  # cases indexed between two reports of progress
_LOOKED_AT = 2000  # cases, newest first, for parts of names with an unknown character


@dataclass(frozen=True)
class FoundCase:
    id: int
    number: str
    person: str  # who is served, masked
    asker: str  # who asked for them, masked; empty where they asked themselves
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
    return _read(best(words_of(text), limit))


def matching(text: str) -> set[int]:
    """The ids of all cases that have all of the words typed."""
    return set(_matching(words_of(text)))


def best(words: Sequence[Word], limit: int) -> list[int]:
    """The ids of the cases that fit best, the best first."""
    found = list(islice(_matching(words), limit))
    if any(word.wild for word in words):
        return found
    if len(found) < limit:
        return _by_closeness(words, found)
    # There are more than were read: the close ones may be older than all of these.
    close = [one for query in _close(words) for one in islice(search_index.newest(query), limit)]
    return list(dict.fromkeys([*close, *found]))[:limit]


def index_case(case_id: int) -> None:
    """Bring what is found of a case up to date, in the transaction that changed it."""
    _put([case_id])


def index_cases(case_ids: Sequence[int]) -> None:
    """The same for many: what they share was renamed or linked."""
    with saving(Kind.CASES):
        for start in range(0, len(case_ids), _AT_ONCE):
            _put(case_ids[start : start + _AT_ONCE])


def index_party(party_id: int) -> None:
    """The same for all cases of a party of whom something became known."""
    theirs = (Case.applicant, Case.beneficiary, Case.proxy)
    with saving(Kind.CASES):
        for role in theirs:
            cases: Any = Case.select(Case.id).where(role == party_id).tuples()
            _put([case_id for (case_id,) in cases])


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


def _put(case_ids: Sequence[int]) -> None:
    for case_id, entry in entries_of(case_ids):
        search_index.put(case_id, entry)


def _matching(words: Sequence[Word]) -> Iterator[int]:
    """Newest first. Unknown characters are looked for in whole names and numbers, then in parts
    of them, and if they are in none the `?` was the end of a question."""
    stages = _wild_stages(words) if any(word.wild for word in words) else _plain_stage(words)
    for found in stages:
        if (first := next(found, None)) is not None:
            return chain([first], found)
    return iter(())


def _plain_stage(words: Sequence[Word]) -> Iterator[Iterator[int]]:
    if words:
        yield search_index.newest(all_of(word.anywhere() for word in words))


def _wild_stages(words: Sequence[Word]) -> Iterator[Iterator[int]]:
    whole = all_of(word.whole() if word.wild else word.anywhere() for word in words)
    yield _looked_through(words, search_index.newest_with_keys(whole), whole=True)
    parts = search_index.newest_with_keys(all_of(word.anywhere() for word in words))
    yield _looked_through(words, islice(parts, _LOOKED_AT))
    yield from _plain_stage([word.without_unknown() for word in words])


def _looked_through(
    words: Sequence[Word], candidates: Iterable[tuple[int, str]], *, whole: bool = False
) -> Iterator[int]:
    """Of what is wild the index finds too much."""
    wild = [word for word in words if word.wild]
    for case_id, keys in candidates:
        fields = terms.fields_of(keys)
        if all(word.stands_in(fields, whole=whole) for word in wild):
            yield case_id


def _close(words: Sequence[Word]) -> Iterator[str]:
    """Queries for what a word is the whole of, and for what ends with it."""
    anywhere = all_of(word.anywhere() for word in words)
    yield all_of([anywhere, any_of(word.whole() for word in words)])
    if tails := [word.tail() for word in words if word.is_number]:
        yield all_of([anywhere, any_of(tails)])


def _by_closeness(words: Sequence[Word], ids: list[int]) -> list[int]:
    stored = search_index.entries(ids)
    fields = {case_id: terms.fields_of(one.keys) for case_id, one in stored.items()}
    return sorted(ids, key=lambda one: min(word.closeness(fields[one]) for word in words))


def _read(ids: Sequence[int]) -> list[FoundCase]:
    asker = Party.alias()
    query: Any = (
        Case.select(
            Case.id,
            Case.number,
            Party.name,
            Party.kind,
            Case.beneficiary,
            asker.name,
            asker.kind,
            MATTER,
            Case.status,
            Case.due_on,
            Case.received_at,
        )
        .join(Party, on=(Party.id == SERVED))
        .switch(Case)
        .join(asker, on=(asker.id == Case.applicant))
        .switch(Case)
        .left_outer_join(Matter)
        .where(Case.id.in_(ids))
        .tuples()
    )
    found = {}
    for case_id, number, name, kind, for_another, asker_name, asker_kind, *rest in query:
        came = _masked(asker_name, asker_kind) if for_another else ""
        found[case_id] = FoundCase(case_id, number, _masked(name, kind), came, *rest)
    return [found[one] for one in ids]


def _masked(name: str, kind: PartyKind) -> str:
    return masks.name(name, organisation=kind is PartyKind.ORGANISATION)
