"""Why a matter is not the window's (不予受理事由), each with whom to name instead."""

from dataclasses import dataclass

from app import typed
from app.changes import Kind, saving
from app.errors import Invalid, NotFound
from models import ScopeReason, labels, rows

LABELS = labels(ScopeReason)
MOST_CHANNELS = 9
_LIMITS = {"name": 60, "words": 500, "source": 200, "channels": 500}


@dataclass(frozen=True, kw_only=True)
class ScopeReasonDraft:
    """The channels stand one a line."""

    name: str
    channels: str
    words: str = ""
    source: str = ""


@dataclass(frozen=True)
class ScopeReasonEntry:
    id: int
    name: str
    channels: str
    words: str
    source: str
    active: bool

    @property
    def channel(self) -> str:
        """All of them in one line, as the notice names them."""
        return self.channels.replace("\n", "、")


def list_scope_reasons(*, retired: bool = False) -> list[ScopeReasonEntry]:
    query = ScopeReason.select().order_by(ScopeReason.id)
    return rows(query if retired else query.where(ScopeReason.active), ScopeReasonEntry)


def get_scope_reason(reason_id: int) -> ScopeReasonEntry:
    found = [one for one in list_scope_reasons(retired=True) if one.id == reason_id]
    if not found:
        raise NotFound("没有这一条不予受理事由，请刷新后再试。")
    return found[0]


def choices(_case_id: int) -> list[tuple[int, str]]:
    """Those in use, as one chooses them: each with where it belongs."""
    return [(one.id, f"{one.name}（找{one.channel}）") for one in list_scope_reasons()]


def problems(draft: ScopeReasonDraft) -> dict[str, str]:
    found = typed.overlong(draft, _LIMITS)
    if not typed.line(draft.name):
        found["name"] = "请填写事由。"
    channels = _channels(draft)
    if not channels:
        found["channels"] = "请写明该找哪里，每行一处；不能只说不受理。"
    elif len(channels) > MOST_CHANNELS:
        found["channels"] = f"最多写 {MOST_CHANNELS} 处。"
    return found


def save_scope_reason(draft: ScopeReasonDraft, reason_id: int | None = None) -> int:
    """Add a reason or change one."""
    if found := problems(draft):
        raise Invalid(found)
    values = {
        "name": typed.line(draft.name),
        "channels": "\n".join(_channels(draft)),
        "words": typed.paragraphs(draft.words),
        "source": typed.line(draft.source),
    }
    with saving(Kind.WORDING):
        same = ScopeReason.get_or_none(ScopeReason.name == values["name"])
        if same and same.id != reason_id:
            raise Invalid({"name": f"已经有“{values['name']}”了，请换一个。"})
        if reason_id is None:
            return int(ScopeReason.create(**values).id)
        get_scope_reason(reason_id)
        ScopeReason.update(**values).where(ScopeReason.id == reason_id).execute()
    return reason_id


def retire_scope_reason(reason_id: int, *, active: bool = False) -> None:
    """Take it out of what can be chosen, or put it back; what used it stays."""
    with saving(Kind.WORDING):
        get_scope_reason(reason_id)
        ScopeReason.update(active=active).where(ScopeReason.id == reason_id).execute()


def _channels(draft: ScopeReasonDraft) -> list[str]:
    return [line for line in map(typed.line, draft.channels.split("\n")) if line]
