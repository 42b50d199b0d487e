"""How many minutes it takes from one village to another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app import typed
from app.changes import Kind, saving
from app.errors import Invalid
from app.visits.rules import MOST_WAY, visit_rules
from models import Village, Way, quick

CENTRE = "中心"


@dataclass(frozen=True)
class WayEntry:
    a: str
    b: str
    minutes: int

    @property
    def name(self) -> str:
        return f"{self.a}—{self.b}"


@dataclass(frozen=True)
class Ways:
    """The table of ways. A village is named by its id; None is one that is not in the list, and
    nobody knows that two of these are the same."""

    known: Mapping[tuple[int, int], int]
    same: int
    other: int
    home: int | None
    names: Mapping[int, str]

    def minutes(self, a: int | None, b: int | None) -> int:
        if a is None or b is None:
            return self.other
        if a == b:
            return self.same
        return self.known.get((min(a, b), max(a, b)), self.other)

    def from_centre(self, village: int | None) -> int:
        return self.minutes(self.home, village)


def the_ways() -> Ways:
    rules = visit_rules()
    known = {(a, b): minutes for a, b, minutes in Way.select(Way.a, Way.b, Way.minutes).tuples()}
    names = dict(Village.select(Village.id, Village.name).tuples())
    home = quick.find_id(Village, name=rules.home) if rules.home else None
    return Ways(known, rules.same_village, rules.other_village, home, names)


def added_way(
    ways: Ways, before: Sequence[int | None], village: int | None, after: Sequence[int | None]
) -> int:
    """How much longer a crew is on its way if it goes there between its other stops."""

    def to(there: int | None) -> int:
        return ways.minutes(before[-1], there) if before else ways.from_centre(there)

    if not after:
        return to(village)
    return to(village) + ways.minutes(village, after[0]) - to(after[0])


def list_ways() -> list[WayEntry]:
    names = dict(Village.select(Village.id, Village.name).tuples())
    found = Way.select(Way.a, Way.b, Way.minutes).order_by(Way.a, Way.b).tuples()
    return [WayEntry(names[a], names[b], minutes) for a, b, minutes in found]


def way_problems(entry: WayEntry) -> dict[str, str]:
    found = {}
    for field in ("a", "b"):
        if quick.find_id(Village, name=typed.line(getattr(entry, field))) is None:
            found[field] = "村社名录里没有这个村，请从名录里选。"
    if not found and typed.line(entry.a) == typed.line(entry.b):
        found["b"] = "同一个村的路程在规则里统一设置，这里请选两个不同的村。"
    if not 0 <= entry.minutes <= MOST_WAY:
        found["minutes"] = f"请填 0 到 {MOST_WAY} 分钟。"
    return found


def save_way(entry: WayEntry) -> None:
    """In both directions; what was known of the two is written over."""
    if found := way_problems(entry):
        raise Invalid(found)
    with saving(Kind.VISITS):
        ids = [quick.find_id(Village, name=typed.line(one)) for one in (entry.a, entry.b)]
        a, b = sorted(one for one in ids if one is not None)
        Way.insert(a=a, b=b, minutes=entry.minutes).on_conflict(
            conflict_target=[Way.a, Way.b], update={Way.minutes: entry.minutes}
        ).execute()


def save_ways(entries: Sequence[WayEntry]) -> None:
    """What was pasted, all of it or nothing."""
    with saving(Kind.VISITS):
        for one in entries:
            save_way(one)


def drop_way(entry: WayEntry) -> None:
    """From now on the usual minutes hold between the two."""
    with saving(Kind.VISITS):
        ids = sorted(one.id for one in Village.select().where(Village.name.in_((entry.a, entry.b))))
        Way.delete().where((Way.a == ids[0]) & (Way.b == ids[-1])).execute()
