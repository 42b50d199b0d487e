"""Groups of the month as they go up: a matter or a place written by hand names nobody."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from app import typed
from app.cases.people import names_in
from app.month.breakdowns import Breakdown, BreakdownLine
from app.month.foremost import summed
from app.persons import masks
from models import Case, Matter, Party, Village

_Hide = Callable[[set[str]], Mapping[str, str]]


def covered_groups(found: Iterable[Breakdown]) -> tuple[Breakdown, ...]:
    hide: Mapping[str, _Hide] = {"事项": _matters, "村": _places}
    return tuple(_covered(one, hide[one.name]) if one.name in hide else one for one in found)


def _covered(one: Breakdown, hide: _Hide) -> Breakdown:
    """Those that look alike afterwards stand together, where the first of them did."""
    hidden = hide({line.name for line in one.lines})
    if not any(name != shown for name, shown in hidden.items()):
        return one
    alike: dict[str, list[BreakdownLine]] = defaultdict(list)
    for line in one.lines:
        alike[hidden.get(line.name, line.name)].append(line)
    lines = (
        replace(lines[0], name=name) if len(lines) == 1 else summed(lines, name)
        for name, lines in alike.items()
    )
    return replace(one, lines=tuple(lines))


def _matters(names: set[str]) -> Mapping[str, str]:
    """Each that is in no list as it may be shown."""
    written = names - {typed.line(name) for (name,) in Matter.select(Matter.name).tuples()}
    of: dict[str, set[int]] = defaultdict(set)
    if written:
        query: Any = Case.select(Case.id, Case.matter_text).where(Case.matter.is_null())
        for case_id, text in query.tuples().iterator():
            if (told := typed.line(text)) in written:
                of[told].add(case_id)
    people = names_in(case for cases in of.values() for case in cases)
    return {
        told: masks.words(told, {name for case in cases for name in people[case]})
        for told, cases in of.items()
    }


def _places(names: set[str]) -> Mapping[str, str]:
    written = names - {typed.line(name) for (name,) in Village.select(Village.name).tuples()}
    of: dict[str, set[str]] = defaultdict(set)
    if written:
        query: Any = Party.select(Party.village_text, Party.name).where(Party.village.is_null())
        for text, name in query.tuples().iterator():
            if (told := typed.line(text)) in written:
                of[told].add(name)
    return {told: masks.words(told, people) for told, people in of.items()}
