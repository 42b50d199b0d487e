"""Who goes on visits and with what: helpers of the centre and of other units, and the kits."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app import typed
from app.changes import Kind, saving
from app.errors import Invalid, NotFound
from models import Helper, Kit, Staff, labels, rows
from models.choices import KitKind

HELPER_LABELS, KIT_LABELS = labels(Helper), labels(Kit)
_GONE = "这一条已经不在名录里了，请刷新后再试。"


@dataclass(frozen=True, kw_only=True)
class HelperDraft:
    """Of a colleague the name is that of the staff list; of anyone else name and unit are said."""

    staff_id: int | None = None
    name: str = ""
    unit: str = ""
    phone: str = ""
    team: str = ""


@dataclass(frozen=True, kw_only=True)
class KitDraft:
    name: str = ""
    kind: KitKind = KitKind.CAPTURE


@dataclass(frozen=True)
class HelperEntry:
    id: int
    staff_id: int | None
    name: str
    unit: str
    phone: str
    team: str
    active: bool

    def __str__(self) -> str:
        return f"{self.name}（{self.unit}）" if self.unit else self.name


@dataclass(frozen=True)
class KitEntry:
    id: int
    name: str
    kind: KitKind
    active: bool


@dataclass(frozen=True)
class Team:
    """Those who go together; who is in no team is in the one without a name."""

    name: str
    members: tuple[HelperEntry, ...]


def list_helpers(*, retired: bool = False) -> list[HelperEntry]:
    query = _helpers().order_by(Helper.team, Helper.id)
    return rows(query if retired else query.where(Helper.active), HelperEntry)


def list_kits(*, retired: bool = False) -> list[KitEntry]:
    query = Kit.select(Kit.id, Kit.name, Kit.kind, Kit.active).order_by(Kit.kind, Kit.id)
    return rows(query if retired else query.where(Kit.active), KitEntry)


def list_teams() -> list[Team]:
    """In the order in which they came to be, those without a team last."""
    helpers = sorted(list_helpers(), key=lambda one: (not one.team, one.id))
    names = dict.fromkeys(one.team for one in helpers)
    return [Team(name, tuple(one for one in helpers if one.team == name)) for name in names]


def helper_problems(draft: HelperDraft) -> dict[str, str]:
    found = typed.overlong(draft, {"name": 40, "unit": 60, "team": 20})
    if draft.staff_id is None and not typed.line(draft.name):
        found["name"] = "请选一位同事，或写外单位人员的姓名。"
    if draft.staff_id is None and not typed.line(draft.unit):
        found["unit"] = "请写明是哪个单位的。"
    if sentence := typed.office_phone_problem(draft.phone):
        found["phone"] = sentence
    return found


def kit_problems(draft: KitDraft) -> dict[str, str]:
    found = typed.overlong(draft, {"name": 40})
    if not typed.line(draft.name):
        found["name"] = "请填写设备名称，例如“1 号采集箱”。"
    return found


def save_helper(draft: HelperDraft, helper_id: int | None = None) -> int:
    if found := helper_problems(draft):
        raise Invalid(found)
    with saving(Kind.VISITS):
        values = {
            "staff": draft.staff_id,
            "name": _name_of(draft),
            "unit": typed.line(draft.unit),
            "phone": typed.phone(draft.phone),
            "team": typed.line(draft.team),
        }
        same = (Helper.name == values["name"]) & (Helper.unit == values["unit"])
        if draft.staff_id is not None:
            same |= Helper.staff == draft.staff_id
        return _save(Helper, values, same, helper_id)


def save_kit(draft: KitDraft, kit_id: int | None = None) -> int:
    if found := kit_problems(draft):
        raise Invalid(found)
    with saving(Kind.VISITS):
        values = {"name": typed.line(draft.name), "kind": draft.kind}
        return _save(Kit, values, Kit.name == values["name"], kit_id)


def retire(entry: HelperEntry | KitEntry, *, active: bool = False) -> None:
    """Out of the lists one chooses from, or back; visits that name it stay as they are."""
    table: Any = Helper if isinstance(entry, HelperEntry) else Kit
    with saving(Kind.VISITS):
        table.update(active=active).where(table.id == entry.id).execute()


def helpers_of(ids: Sequence[int]) -> dict[int, HelperEntry]:
    """By id; also those who are retired."""
    return {one.id: one for one in rows(_helpers().where(Helper.id.in_(ids)), HelperEntry)}


def kits_of(ids: Sequence[int]) -> dict[int, KitEntry]:
    query = Kit.select(Kit.id, Kit.name, Kit.kind, Kit.active).where(Kit.id.in_(ids))
    return {one.id: one for one in rows(query, KitEntry)}


def _helpers() -> Any:
    return Helper.select(
        Helper.id,
        Helper.staff.alias("staff_id"),
        Helper.name,
        Helper.unit,
        Helper.phone,
        Helper.team,
        Helper.active,
    )


def _name_of(draft: HelperDraft) -> str:
    if draft.staff_id is None:
        return typed.line(draft.name)
    staff = Staff.get_or_none(Staff.id == draft.staff_id)
    if staff is None:
        raise NotFound("这位同事已经不在名录里了，请刷新后再试。")
    return str(staff.name)


def _save(table: Any, values: dict[str, Any], same: Any, entry_id: int | None) -> int:
    """Change the entry, or the one that is the same, or add it."""
    known = table.get_or_none(same)
    if entry_id is None:
        entry_id = known.id if known else None
    elif known and known.id != entry_id:
        raise Invalid({"name": f"已经有“{values['name']}”了，请换一个。"})
    if entry_id is None:
        return int(table.create(**values).id)
    if not table.update(**values, active=True).where(table.id == entry_id).execute():
        raise NotFound(_GONE)
    return int(entry_id)
