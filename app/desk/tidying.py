"""Tidying: matters, villages and units that cases name but no list has, brought into the lists."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from app import history
from app.cases import drafting
from app.changes import Kind, saving
from app.directory import (
    MatterDraft,
    UnitDraft,
    VillageDraft,
    Who,
    save_matter,
    save_unit,
    save_village,
)
from app.errors import NotFound
from app.history import Line
from app.persons import parties
from app.same_unit import rename_unit
from app.search.finding import index_cases
from models import Case, CaseUnit, Matter, Party, Unit, Village
from models.choices import Act, Choice, UnitRole

_UNIT_FIELDS = {
    UnitRole.LEAD: drafting.LABELS["lead"],
    UnitRole.CO_HANDLER: drafting.LABELS["helpers"],
    UnitRole.TRIED: drafting.LABELS["tried_units"],
}
_PARTIES = ("applicant", "beneficiary", "proxy")


class UntidyKind(Choice):
    MATTER = "matter", "事项"
    VILLAGE = "village", "村社"
    UNIT = "unit", "单位"


@dataclass(frozen=True)
class Untidy:
    """A text that stands in cases where an entry of a list should; `cases` counts them."""

    kind: UntidyKind
    text: str
    cases: int


class _Place(NamedTuple):
    """Where the text stood."""

    case_id: int
    field: str


def list_untidy() -> list[Untidy]:
    """Of each kind those that stand in the most cases first."""
    return [
        Untidy(kind, text, cases)
        for kind, count in _COUNTS.items()
        for text, cases in sorted(count().items(), key=lambda one: (-one[1], one[0]))
    ]


def proposal(text: str, names: Sequence[str]) -> str | None:
    """The name in the list that most likely is meant: the same, or one that holds the other."""
    if text in names:
        return text
    near = [name for name in names if len(name) > 1 and (name in text or text in name)]
    return min(near, key=lambda name: abs(len(name) - len(text)), default=None)


def link(untidy: Untidy, entry_id: int, who: Who, now: datetime) -> int:
    """Set the known entry in every case that has the text; give how many cases that were."""
    table = _TABLES[untidy.kind]
    with saving(Kind.CASES, Kind.PARTIES, Kind.DIRECTORY):
        entry = table.get_or_none(table.id == entry_id)
        if entry is None:
            raise NotFound("这一条已经不在名录里了，请刷新后再试。")
        places = _LINKERS[untidy.kind](untidy.text, entry)
        history.record_all(
            [(one.case_id, _line(one, untidy, entry.name, who, now)) for one in places]
        )
        ids = sorted({place.case_id for place in places})
        if entry.name != untidy.text:
            index_cases(ids)
    return len(ids)


def adopt(untidy: Untidy, who: Who, now: datetime) -> int:
    """Add the text to its list, and set the new entry in every case that has it."""
    with saving(Kind.DIRECTORY):
        return link(untidy, _ADDERS[untidy.kind](untidy.text), who, now)


def _line(place: _Place, untidy: Untidy, name: str, who: Who, now: datetime) -> Line:
    if name == untidy.text:
        note = f"{place.field}“{name}”已列入{untidy.kind.label}名录。"
        return Line(now, who.name, Act.EDIT, note)
    return Line(now, who.name, Act.EDIT, "", place.field, untidy.text, name)


def _add_matter(text: str) -> int:
    return save_matter(MatterDraft(name=text))


def _add_village(text: str) -> int:
    return save_village(VillageDraft(name=text))


def _add_unit(text: str) -> int:
    return save_unit(UnitDraft(name=text))


def _count_matters() -> Counter[str]:
    return Counter(
        text for (text,) in _tuples(Case.select(Case.matter_text), Case.matter.is_null())
    )


def _count_villages() -> Counter[str]:
    """A case counts once, whoever of its people lives there."""
    unlisted = Party.village.is_null() & (Party.village_text != "")
    found = {
        row
        for role in _PARTIES
        for row in _tuples(_with_party(role).select(Case.id, Party.village_text), unlisted)
    }
    return Counter(text for _, text in found)


def _count_units() -> Counter[str]:
    query = CaseUnit.select(CaseUnit.case, CaseUnit.name).distinct()
    return Counter(name for _, name in _tuples(query, CaseUnit.unit.is_null()))


def _link_matter(text: str, entry: Any) -> list[_Place]:
    unlisted = Case.matter.is_null() & (Case.matter_text == text)
    places = [
        _Place(one, drafting.LABELS["matter"]) for (one,) in _tuples(Case.select(Case.id), unlisted)
    ]
    Case.update(matter=entry.id, matter_text="").where(unlisted).execute()
    return places


def _link_village(text: str, entry: Any) -> list[_Place]:
    unlisted = Party.village.is_null() & (Party.village_text == text)
    places = [
        _Place(one, f"{drafting.LABELS[role]}{parties.LABELS['village']}")
        for role in _PARTIES
        for (one,) in _tuples(_with_party(role).select(Case.id), unlisted)
    ]
    Party.update(village=entry.id, village_text="").where(unlisted).execute()
    return places


def _link_unit(text: str, entry: Any) -> list[_Place]:
    named = rename_unit(text, entry.id, entry.name)
    return [_Place(one.case_id, _UNIT_FIELDS[one.role]) for one in named]


def _with_party(role: str) -> Any:
    return Case.select().join(Party, on=(getattr(Case, role) == Party.id))


def _tuples(query: Any, which: Any) -> Any:
    return query.where(which).tuples()


_TABLES: dict[UntidyKind, Any] = {
    UntidyKind.MATTER: Matter,
    UntidyKind.VILLAGE: Village,
    UntidyKind.UNIT: Unit,
}
_COUNTS: dict[UntidyKind, Callable[[], Counter[str]]] = {
    UntidyKind.MATTER: _count_matters,
    UntidyKind.VILLAGE: _count_villages,
    UntidyKind.UNIT: _count_units,
}
_LINKERS: dict[UntidyKind, Callable[[str, Any], list[_Place]]] = {
    UntidyKind.MATTER: _link_matter,
    UntidyKind.VILLAGE: _link_village,
    UntidyKind.UNIT: _link_unit,
}
_ADDERS: dict[UntidyKind, Callable[[str], int]] = {
    UntidyKind.MATTER: _add_matter,
    UntidyKind.VILLAGE: _add_village,
    UntidyKind.UNIT: _add_unit,
}
