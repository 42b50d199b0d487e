"""Cases like the one being written, and the same one written before; shown beside the form."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any

from app import typed
from app.cases.columns import MATTER, SERVED
from app.deadlines.due_windows import OPEN
from app.persons.names import normalise
from app.persons.parties import PartyDraft, cleaned
from app.search import terms
from app.search.words import about, all_of, any_of
from models import Case, Matter, Party, search_index
from models.choices import Ending, Status

_MOST_PAIRS = 120  # of the text looked at
_RAREST, _FEWEST = 16, 4
_RARE = 200  # a pair in more cases than that says little, and takes long to weigh
_ALIKE = 0.25  # of the rarest pairs; a case that has less of them only shares a word
_LOOKED_AT = 30


@dataclass(frozen=True)
class SimilarCase:
    """What was done, and not for whom."""

    id: int
    number: str
    matter: str
    problem: str
    status: Status
    ending: Ending | None
    result: str
    received_at: datetime
    concluded_at: datetime | None


@dataclass(frozen=True)
class Repeat:
    id: int
    number: str
    matter: str
    status: Status
    received_at: datetime
    due_on: date


def similar(text: str, limit: int = 3, exclude: int | None = None) -> list[SimilarCase]:
    """The cases that share most of the rarest pairs of characters, the most alike first."""
    pairs = _rarest(text)
    if len(pairs) < _FEWEST:
        return []
    stored = search_index.entries(_candidates(pairs))
    shared = {
        case_id: len(set(entry.words.split()) & pairs.keys()) / len(pairs)
        for case_id, entry in stored.items()
        if case_id != exclude
    }
    alike = [one for one, share in shared.items() if share >= _ALIKE]
    alike.sort(key=lambda one: (shared[one], one), reverse=True)
    return _read(alike[:limit])


def repeats(served: PartyDraft, matter: str, exclude: int | None = None) -> list[Repeat]:
    """Open cases of the same matter for the same person: the party the form was filled from, one
    of the same ID number, or of the same name and phone. Newest first."""
    same = _same_party(cleaned(served))
    if same is None or not (wanted := typed.line(matter)):
        return []
    query: Any = (
        Case.select(Case.id, Case.number, MATTER, Case.status, Case.received_at, Case.due_on)
        .join(Party, on=(Party.id == SERVED))
        .switch(Case)
        .left_outer_join(Matter)
        .where(same, Case.status.in_(OPEN), wanted == MATTER, Case.id != (exclude or 0))
        .order_by(Case.received_at.desc(), Case.id.desc())
        .tuples()
    )
    return [Repeat(*row) for row in query]


def _same_party(party: PartyDraft) -> Any:
    """The condition for being the same, or None where too little is known to say."""
    name = normalise(party.name)
    ways = []
    if party.id is not None:
        ways.append(Party.id == party.id)
    if party.id_number:
        ways.append(Party.id_number == party.id_number)
    if name and party.phone:
        ways.append((Party.name == name) & (Party.phone == party.phone))
    if not ways:
        return None
    same = ways[0]
    for way in ways[1:]:
        same |= way
    return same


def _rarest(text: str) -> dict[str, int]:
    """The pairs of the text that fewest cases have, each with how many have it."""
    pairs = terms.pairs_of(text)[:_MOST_PAIRS]
    counts = {pair: search_index.count(about(pair), _RARE) for pair in pairs}
    met = sorted((pair for pair in pairs if counts[pair]), key=lambda pair: counts[pair])
    return {pair: counts[pair] for pair in met[:_RAREST]}


def _candidates(pairs: dict[str, int]) -> list[int]:
    """By bm25 where pairs are rare. Where none is, there are many such cases, and weighing all of
    them takes long: the newest that have all pairs, then half of them, and so on."""
    rare = [about(pair) for pair, met in pairs.items() if met < _RARE]
    if len(rare) >= _FEWEST:
        return search_index.ranked(any_of(rare), _LOOKED_AT)
    asked = [about(pair) for pair in pairs]
    found: dict[int, None] = {}
    while len(asked) >= _FEWEST and len(found) < _LOOKED_AT:
        newest = search_index.newest(all_of(asked))
        found |= dict.fromkeys(islice(newest, _LOOKED_AT))
        asked = asked[: len(asked) // 2]
    return list(found)


def _read(ids: Sequence[int]) -> list[SimilarCase]:
    query: Any = (
        Case.select(
            Case.id,
            Case.number,
            MATTER,
            Case.problem,
            Case.status,
            Case.ending,
            Case.result,
            Case.received_at,
            Case.concluded_at,
        )
        .left_outer_join(Matter)
        .where(Case.id.in_(ids))
        .tuples()
    )
    found = {row[0]: SimilarCase(*row) for row in query}
    return [found[one] for one in ids]
