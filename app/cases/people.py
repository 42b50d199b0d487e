"""Whom the store knows in a case, so that nothing written about it names them where it goes up."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

import peewee as pw

from models import Case, Custody, Household, Party, Reception, Visit
from models.choices import PartyKind

Names = frozenset[str]
_AT_ONCE = 5000
_BETWEEN = re.compile(r"[、，,；;/（）()\s]+")
# What may stand for a name where somebody was asked who it was.
_NO_NAMES = frozenset(
    ("", *"本人 家属 亲属 代办人 子女 儿子 女儿 配偶 丈夫 妻子 社工 村干部 网格员 工作人员".split())
)


def names_in(cases: Iterable[int]) -> Mapping[int, Names]:
    """Of every case: its parties, whom its visits served, who came, its households, witnesses."""
    return _named(cases, (_parties, _served, _guardians, _came, _households, _witnesses))


def names_at(visits: Iterable[int]) -> Mapping[int, Names]:
    """Of every visit: whom it served, who asked for it, and whoever is known in its case."""
    ids = list(visits)
    found = _named(ids, (_served_at, _guardians_at))
    case_of = dict(chain.from_iterable(_case_of(some).tuples() for some in _in_parts(ids)))
    known = names_in({case for case in case_of.values() if case})
    return {
        visit: names | known.get(case_of.get(visit) or 0, frozenset())
        for visit, names in found.items()
    }


def _named(
    ids: Iterable[int], sources: Sequence[Callable[[Sequence[int]], Any]]
) -> dict[int, Names]:
    wanted = sorted(set(ids))
    found: dict[int, set[str]] = defaultdict(set)
    for some in _in_parts(wanted):
        for source in sources:
            for one, *texts in source(some).tuples():
                found[one].update(chain.from_iterable(map(_BETWEEN.split, filter(None, texts))))
                found[one].update(filter(None, texts))
    return {one: frozenset(found[one].difference(_NO_NAMES)) for one in wanted}


def _in_parts(ids: Sequence[int]) -> list[Sequence[int]]:
    return [ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE)]


def _parties(ids: Sequence[int]) -> Any:
    part = Party.id.in_((Case.applicant, Case.beneficiary, Case.proxy))
    named = Case.select(Case.id, Party.name, Party.name_raw).join(Party, pw.JOIN.INNER, on=part)
    return named.where(Case.id.in_(ids), Party.kind != PartyKind.ORGANISATION)


def _served(ids: Sequence[int]) -> Any:
    return _at_visits(Visit.case).where(Visit.case.in_(ids))


def _served_at(ids: Sequence[int]) -> Any:
    return _at_visits(Visit.id).where(Visit.id.in_(ids))


def _at_visits(of: Any) -> Any:
    part = Party.id.in_((Visit.served, Visit.asker))
    named = Visit.select(of, Party.name, Party.name_raw).join(Party, pw.JOIN.INNER, on=part)
    return named.where(Party.kind != PartyKind.ORGANISATION)


def _guardians(ids: Sequence[int]) -> Any:
    return Visit.select(Visit.case, Visit.guardian).where(Visit.case.in_(ids))


def _guardians_at(ids: Sequence[int]) -> Any:
    return Visit.select(Visit.id, Visit.guardian).where(Visit.id.in_(ids))


def _case_of(ids: Sequence[int]) -> Any:
    return Visit.select(Visit.id, Visit.case).where(Visit.id.in_(ids))


def _came(ids: Sequence[int]) -> Any:
    return Reception.select(Reception.case, Reception.name).where(Reception.case.in_(ids))


def _households(ids: Sequence[int]) -> Any:
    return Household.select(Household.case, Household.name).where(Household.case.in_(ids))


def _witnesses(ids: Sequence[int]) -> Any:
    return Custody.select(
        Custody.case, Custody.witness, Custody.returned_to, Custody.return_witness
    ).where(Custody.case.in_(ids))
