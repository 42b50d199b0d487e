"""What stands in the centre's lists of staff, units, villages and matters, and its rules."""

from dataclasses import dataclass

from app import typed
from models import Matter, Staff, Unit, Village
from models.base import labels
from models.choices import Role

STAFF_LABELS, UNIT_LABELS = labels(Staff), labels(Unit)
VILLAGE_LABELS, MATTER_LABELS = labels(Village), labels(Matter)


@dataclass(frozen=True)
class Who:
    """Someone who is, or was, at the desk."""

    id: int
    name: str
    work_number: str
    active: bool = True
    role: Role = Role.CLERK
    has_password: bool = False


@dataclass(frozen=True, kw_only=True)
class StaffDraft:
    """Without a role it is the one they have; newcomers are clerks."""

    name: str
    work_number: str
    role: Role | None = None


@dataclass(frozen=True, kw_only=True)
class UnitDraft:
    name: str
    window_number: str = ""
    liaison: str = ""
    phone: str = ""
    head: str = ""
    head_phone: str = ""


@dataclass(frozen=True, kw_only=True)
class VillageDraft:
    name: str


@dataclass(frozen=True, kw_only=True)
class MatterDraft:
    name: str
    unit: str = ""
    keywords: str = ""
    papers: str = ""


Draft = StaffDraft | UnitDraft | VillageDraft | MatterDraft
_LIMITS: dict[type[Draft], dict[str, int]] = {
    StaffDraft: {"name": 40, "work_number": 20},
    UnitDraft: {"name": 60, "window_number": 20, "liaison": 40, "head": 40},
    VillageDraft: {"name": 40},
    MatterDraft: {"name": 80, "unit": 60, "keywords": 200, "papers": 4000},
}


@dataclass(frozen=True)
class UnitEntry:
    id: int
    name: str
    window_number: str
    liaison: str
    phone: str
    head: str
    head_phone: str
    initials: str
    active: bool


@dataclass(frozen=True)
class VillageEntry:
    id: int
    name: str
    initials: str
    active: bool


@dataclass(frozen=True)
class MatterEntry:
    id: int
    name: str
    unit_id: int | None
    unit: str
    keywords: str
    papers: tuple[str, ...]
    initials: str
    active: bool


def problems(draft: Draft) -> dict[str, str]:
    """What is wrong with an entry, by field."""
    found = typed.overlong(draft, _LIMITS[type(draft)])
    if not typed.line(draft.name):
        found["name"] = "请填写名称。"
    if isinstance(draft, StaffDraft) and not typed.line(draft.work_number):
        found["work_number"] = "请填写工号。"
    if isinstance(draft, UnitDraft):
        phones = {field: getattr(draft, field) for field in ("phone", "head_phone")}
        wrong = {field: typed.office_phone_problem(phone) for field, phone in phones.items()}
        found |= {field: sentence for field, sentence in wrong.items() if sentence}
    return found
