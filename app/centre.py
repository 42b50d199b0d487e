"""The centre: what its papers say of it, and how cases are numbered."""

from dataclasses import asdict, dataclass

from app import numbers, typed
from app.changes import Kind, saving
from app.errors import Invalid, NotFound
from models import Centre, labels, quick

LABELS = labels(Centre)
_LIMITS = {"name": 60, "place": 20, "window": 60, "address": 120, "hours": 80, "superior": 60}
_MOST_IDLE = 240  # minutes


@dataclass(frozen=True, kw_only=True)
class CentreSettings:
    name: str
    place: str
    window: str = "“办不成事”反映窗口"
    address: str = ""
    hours: str = ""
    phone: str = ""
    supervision: str = "12345"
    superior: str = ""
    number_template: str = "BBC-{place}-{date}-{serial:03}"
    backup_folder: str = ""
    demonstration: bool = False
    idle_minutes: int = 10


def problems(settings: CentreSettings) -> dict[str, str]:
    found = typed.overlong(settings, _LIMITS)
    for field in ("name", "place", "window"):
        if not typed.line(getattr(settings, field)):
            found[field] = f"请填写{LABELS[field]}。"
    for field in ("phone", "supervision"):
        if sentence := typed.office_phone_problem(getattr(settings, field)):
            found[field] = sentence
    if not 0 <= settings.idle_minutes <= _MOST_IDLE:
        found["idle_minutes"] = f"请填写 0 到 {_MOST_IDLE} 之间的分钟数，0 是不锁定。"
    if sentence := numbers.template_problem(settings.number_template):
        found["number_template"] = sentence
    return found


def find_centre() -> CentreSettings | None:
    """The centre, or None before the first start was finished."""
    row = quick.find_row(Centre, 1)
    if row is None:
        return None
    del row["id"], row["recovery"]
    return CentreSettings(**row)


def get_centre() -> CentreSettings:
    if (centre := find_centre()) is None:
        raise NotFound("还没有填写中心信息，请先在“设置—中心信息”里填写中心名称。")
    return centre


def is_demonstration() -> bool:
    """Whether everything in this store was invented."""
    centre = find_centre()
    return centre is not None and centre.demonstration


def save_centre(settings: CentreSettings) -> None:
    if found := problems(settings):
        raise Invalid(found)
    values = {
        field: typed.line(value) if isinstance(value, str) else value
        for field, value in asdict(settings).items()
    }
    with saving(Kind.CENTRE):
        Centre.insert(id=1, **values).on_conflict(
            conflict_target=[Centre.id], update=values
        ).execute()
