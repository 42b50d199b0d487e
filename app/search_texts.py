"""What is searched of a case: all of it that someone may remember."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from app import search_terms
from models import Case, CaseUnit, Material, Matter, Party, Village
from models.search_index import Entry

_TOLD = (
    Case.problem,
    Case.demand,
    Case.answer_given,
    Case.ask_business,
    Case.ask_need,
    Case.ask_trouble,
    Case.result,
    Case.matter_text,
    Matter.name,
)


@dataclass(frozen=True)
class PartyKeys:
    who: tuple[str, ...]
    initials: tuple[str, ...]
    where: tuple[str, ...]


def entries_of(case_ids: Sequence[int]) -> Iterator[tuple[int, Entry]]:
    """The entry of each of these cases, read with four queries however many they are."""
    cases: list[Any] = list(
        Case.select(Case.id, Case.number, Case.applicant, Case.beneficiary, Case.proxy, *_TOLD)
        .left_outer_join(Matter)
        .where(Case.id.in_(case_ids))
        .tuples()
    )
    people = keys_of_parties({party for row in cases for party in row[2:5] if party})
    named = _names(CaseUnit, case_ids)
    handed_in = _names(Material, case_ids)
    for case_id, number, applicant, beneficiary, proxy, *told in cases:
        parties = [people[party] for party in (applicant, beneficiary, proxy) if party]
        yield (
            case_id,
            search_terms.entry(
                [number, *(key for party in parties for key in (*party.who, *party.where))],
                [one for party in parties for one in party.initials],
                [*(text for text in told if text), *named[case_id], *handed_in[case_id]],
            ),
        )


def keys_of_parties(ids: set[int]) -> dict[int, PartyKeys]:
    """What a party is found by: what tells who it is, and where it lives."""
    query: Any = (
        Party.select(
            Party.id,
            Party.initials,
            Party.name,
            Party.name_raw,
            Party.phone,
            Party.id_number,
            Village.name,
            Party.village_text,
            Party.address,
        )
        .left_outer_join(Village)
        .where(Party.id.in_(ids))
        .tuples()
    )
    return {
        party: PartyKeys(_filled(keys[:4]), tuple(initials.split()), _filled(keys[4:]))
        for party, initials, *keys in query
    }


def _filled(texts: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(text for text in texts if text)


def _names(table: Any, case_ids: Iterable[int]) -> defaultdict[int, list[str]]:
    found = defaultdict(list)
    query = table.select(table.case, table.name).where(table.case.in_(case_ids)).tuples()
    for case_id, name in query:
        found[case_id].append(name)
    return found
