"""What is searched of a case: all of it that someone may remember."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
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


def entries_of(case_ids: Sequence[int]) -> Iterator[tuple[int, Entry]]:
    """The entry of each of these cases, read with four queries however many they are."""
    cases: list[Any] = list(
        Case.select(Case.id, Case.number, Case.applicant, Case.beneficiary, Case.proxy, *_TOLD)
        .left_outer_join(Matter)
        .where(Case.id.in_(case_ids))
        .tuples()
    )
    people = _people({party for _, _, *parties in cases for party in parties[:3] if party})
    named = _names(CaseUnit, case_ids)
    handed_in = _names(Material, case_ids)
    for case_id, number, applicant, beneficiary, proxy, *told in cases:
        parties = [people[party] for party in (applicant, beneficiary, proxy) if party]
        yield (
            case_id,
            search_terms.entry(
                [number, *(key for keys, _ in parties for key in keys)],
                [one for _, initials in parties for one in initials],
                [*(text for text in told if text), *named[case_id], *handed_in[case_id]],
            ),
        )


def _people(ids: set[int]) -> dict[int, tuple[list[str], list[str]]]:
    """Of each party the fields that tell of it, and the initials of its name."""
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
        party: ([key for key in keys if key], initials.split()) for party, initials, *keys in query
    }


def _names(table: Any, case_ids: Iterable[int]) -> defaultdict[int, list[str]]:
    found = defaultdict(list)
    query = table.select(table.case, table.name).where(table.case.in_(case_ids)).tuples()
    for case_id, name in query:
        found[case_id].append(name)
    return found
