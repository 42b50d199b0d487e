"""What is searched of a case: all of it that someone may remember."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from app.search import terms
from models import Case, CaseUnit, Material, Matter, Party, Village
from models.quick import rows_of
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
    cases = rows_of(_cases, case_ids)
    people = keys_of_parties({party for row in cases for party in row[2:5] if party})
    named = _by_case(rows_of(_units, case_ids))
    handed_in = _by_case(rows_of(_materials, case_ids))
    for case_id, number, applicant, beneficiary, proxy, *told in cases:
        parties = [people[party] for party in (applicant, beneficiary, proxy) if party]
        yield (
            case_id,
            terms.entry(
                [number, *(key for party in parties for key in (*party.who, *party.where))],
                [one for party in parties for one in party.initials],
                [*(text for text in told if text), *named[case_id], *handed_in[case_id]],
            ),
        )


def keys_of_parties(ids: set[int]) -> dict[int, PartyKeys]:
    """What a party is found by: what tells who it is, and where it lives."""
    return {
        party: PartyKeys(_filled(keys[:4]), tuple(initials.split()), _filled(keys[4:]))
        for party, initials, *keys in rows_of(_parties, sorted(ids))
    }


def _cases(ids: Sequence[int]) -> Any:
    return (
        Case.select(Case.id, Case.number, Case.applicant, Case.beneficiary, Case.proxy, *_TOLD)
        .left_outer_join(Matter)
        .where(Case.id.in_(ids))
    )


def _units(ids: Sequence[int]) -> Any:
    return CaseUnit.select(CaseUnit.case, CaseUnit.name).where(CaseUnit.case.in_(ids))


def _materials(ids: Sequence[int]) -> Any:
    return Material.select(Material.case, Material.name).where(Material.case.in_(ids))


def _parties(ids: Sequence[int]) -> Any:
    return (
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
    )


def _filled(texts: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(text for text in texts if text)


def _by_case(named: Iterable[tuple[Any, ...]]) -> defaultdict[int, list[str]]:
    found = defaultdict(list)
    for case_id, name in named:
        found[case_id].append(name)
    return found
