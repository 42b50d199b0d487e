"""Keeping the centre's lists: an entry added, changed, taken out of use or put back."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from app import typed
from app.changes import Kind, saving
from app.directory.entries import (
    Draft,
    MatterDraft,
    MatterEntry,
    StaffDraft,
    UnitDraft,
    UnitEntry,
    VillageDraft,
    VillageEntry,
    Who,
    problems,
)
from app.errors import Invalid, NotFound
from app.persons.names import initials
from app.search.finding import index_cases
from models import Case, Matter, Party, Staff, Unit, Village
from models.base import Record
from models.choices import Role


def save_staff(draft: StaffDraft, staff_id: int | None = None) -> int:
    """Add or change a colleague; the work number is what tells two of one name apart."""
    values = {"name": typed.line(draft.name), "work_number": typed.line(draft.work_number)}
    if draft.role is not None:
        values["role"] = draft.role
    with saving(Kind.STAFF), _an_administrator_stays("role"):
        return _save(Staff, draft, values, Staff.work_number, staff_id)


def save_unit(draft: UnitDraft, unit_id: int | None = None) -> int:
    name = typed.line(draft.name)
    values = {
        "name": name,
        "window_number": typed.line(draft.window_number),
        "liaison": typed.line(draft.liaison),
        "phone": typed.phone(draft.phone),
        "head": typed.line(draft.head),
        "head_phone": typed.phone(draft.head_phone),
        "initials": initials(name),
    }
    return _save(Unit, draft, values, Unit.name, unit_id)


def save_village(draft: VillageDraft, village_id: int | None = None) -> int:
    name = typed.line(draft.name)
    values = {"name": name, "initials": initials(name)}
    return _save(Village, draft, values, Village.name, village_id)


def save_matter(draft: MatterDraft, matter_id: int | None = None) -> int:
    """The unit is named; one that is not yet in the list is added to it."""
    name = typed.line(draft.name)
    with saving(Kind.DIRECTORY):
        unit = typed.line(draft.unit)
        values = {
            "name": name,
            "unit": save_unit_named(unit) if unit else None,
            "keywords": typed.line(draft.keywords),
            "papers": typed.paragraphs(draft.papers),
            "initials": initials(name),
        }
        return _save(Matter, draft, values, Matter.name, matter_id)


def save_unit_named(name: str) -> int:
    """The unit of that name, added if it is new."""
    unit = Unit.get_or_none(Unit.name == name)
    return unit.id if unit else save_unit(UnitDraft(name=name))


def save_all(drafts: Sequence[Draft]) -> None:
    """Add what was pasted, all of it or nothing; an entry of a known name is brought up to date,
    and an empty cell wipes nothing of it."""
    savers: dict[type[Draft], Any] = {
        StaffDraft: save_staff,
        UnitDraft: save_unit,
        VillageDraft: save_village,
        MatterDraft: save_matter,
    }
    with saving(Kind.DIRECTORY, Kind.STAFF):
        for draft in drafts:
            savers[type(draft)](_filled_up(draft))


def _filled_up(draft: Draft) -> Draft:
    """With what is known of an entry of that name where the draft says nothing."""
    name = typed.line(draft.name)
    if isinstance(draft, UnitDraft) and (unit := Unit.get_or_none(Unit.name == name)):
        fields = ("window_number", "liaison", "phone", "head", "head_phone")
        known = {field: getattr(unit, field) for field in fields}
    elif isinstance(draft, MatterDraft) and (matter := Matter.get_or_none(Matter.name == name)):
        known = {field: getattr(matter, field) for field in ("keywords", "papers")}
        known["unit"] = matter.unit.name if matter.unit_id else ""
    else:
        return draft
    said = {field: getattr(draft, field) or value for field, value in known.items()}
    return replace(draft, **said)


def retire(entry: Who | UnitEntry | VillageEntry | MatterEntry, *, active: bool = False) -> None:
    """Take an entry out of the lists people choose from, or put it back; what used it stays."""
    tables: dict[type, type[Record]] = {
        Who: Staff,
        UnitEntry: Unit,
        VillageEntry: Village,
        MatterEntry: Matter,
    }
    with saving(Kind.DIRECTORY, Kind.STAFF), _an_administrator_stays("active"):
        table: Any = tables[type(entry)]
        if not active and table is Staff and Staff.select().where(Staff.active).count() == 1:
            raise Invalid({"active": "至少要留一位在岗人员。"})
        table.update(active=active).where(table.id == entry.id).execute()


@contextmanager
def _an_administrator_stays(field: str) -> Iterator[None]:
    """The last one who looks after the others is neither retired nor demoted."""
    administrators = Staff.select().where(Staff.active, Staff.role == Role.ADMIN)
    before = administrators.exists()
    yield
    if before and not administrators.exists():
        raise Invalid({field: "至少要留一位管理员，请先让另一位同事做管理员。"})


def _save(table: Any, draft: Draft, values: dict[str, Any], key: Any, entry_id: int | None) -> int:
    """Change the entry, or the one of the same key, or add it."""
    if found := problems(draft):
        raise Invalid(found)
    with saving(Kind.STAFF if table is Staff else Kind.DIRECTORY):
        same = table.get_or_none(key == values[key.name])
        if entry_id is None:
            entry_id = same.id if same else None
        elif same and same.id != entry_id:
            raise Invalid({key.name: f"已经有“{values[key.name]}”了，请换一个。"})
        if entry_id is None:
            return int(table.create(**values).id)
        if not table.update(**values, active=True).where(table.id == entry_id).execute():
            raise NotFound("这一条已经不在名录里了，请刷新后再试。")
        if same is None:
            index_cases(_cases_naming(table, entry_id))
    return entry_id


def _cases_naming(table: Any, entry_id: int) -> list[int]:
    """Those found by the entry's present name; staff and units are written out in the cases."""
    named = Case.matter == entry_id
    if table is Village:
        there = Party.select(Party.id).where(Party.village == entry_id)
        named = Case.applicant.in_(there) | Case.beneficiary.in_(there) | Case.proxy.in_(there)
    elif table is not Matter:
        return []
    return [one for (one,) in Case.select(Case.id).where(named).tuples()]
