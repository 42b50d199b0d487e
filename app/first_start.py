"""The first start: the centre, who works there, and the lists it works with."""

from collections.abc import Sequence
from dataclasses import replace

from app.centre import CentreSettings, save_centre
from app.changes import Kind, saving
from app.directory import Draft, StaffDraft, save_all, save_staff
from app.errors import Invalid
from models.choices import Role

NOBODY = "请至少写一位在岗人员。"


def begin(settings: CentreSettings, lists: Sequence[Draft]) -> None:
    """Set the centre up, all of it or nothing; where no administrator is named it is the first."""
    staff = [draft for draft in lists if isinstance(draft, StaffDraft)]
    if not staff:
        raise Invalid({"staff": NOBODY})
    with saving(Kind.CENTRE, Kind.STAFF, Kind.DIRECTORY):
        save_centre(settings)
        save_all(lists)
        if not any(draft.role is Role.ADMIN for draft in staff):
            save_staff(replace(staff[0], role=Role.ADMIN))


def place_of(name: str) -> str:
    """The short name of a place in its centre's name, for numbers: 云溪镇便民服务中心 → 云溪."""
    for end in ("街道", "镇", "乡", "苏木"):
        before, found, after = name.partition(end)
        if found and before and after:
            return before.split("县")[-1].split("区")[-1].split("市")[-1] or before
    return ""
