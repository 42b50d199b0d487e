"""How a department's decision may be contested (救济途径): the centre's texts, with their sources.

They come from second-hand sources, so until the centre's leader has confirmed one, screens say so.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app import typed
from app.changes import Kind, saving
from app.directory import Who
from app.errors import AppError, Invalid, NotFound
from models import Remedy, labels, rows
from models.choices import RemedyKind, Role

LABELS = labels(Remedy)
PLACES = {"authority": "复议机关", "court": "人民法院", "days": "期限（日）"}
CONFIRMERS = (Role.LEADER, Role.ADMIN)
_PLACE = re.compile(r"\{(\w*)\}")
_LIMITS = {"name": 60, "text": 500, "source": 200}
# What a text of each kind cannot do without: who reviews, which court, how long.
_NEEDED = {
    RemedyKind.FREE: {"authority", "court"},
    RemedyKind.REVIEW_FIRST: {"authority", "court"},
    RemedyKind.TERM: {"days"},
    RemedyKind.NONE: set(),
}


@dataclass(frozen=True, kw_only=True)
class RemedyDraft:
    """`text` with {authority}, {court} and {days} where they are to be filled in."""

    kind: RemedyKind
    name: str
    text: str
    source: str = ""


@dataclass(frozen=True)
class RemedyEntry:
    id: int
    kind: RemedyKind
    name: str
    text: str
    source: str
    confirmed_at: datetime | None
    confirmed_by: str
    active: bool

    @property
    def places(self) -> tuple[str, ...]:
        """What is to be filled in."""
        return tuple(dict.fromkeys(_PLACE.findall(self.text)))

    def filled(self, **said: object) -> str:
        """As it is printed."""
        return self.text.format(**{name: said[name] for name in self.places})


def list_remedies(*, retired: bool = False) -> list[RemedyEntry]:
    query = Remedy.select().order_by(Remedy.id)
    return rows(query if retired else query.where(Remedy.active), RemedyEntry)


def get_remedy(remedy_id: int) -> RemedyEntry:
    found = [one for one in list_remedies(retired=True) if one.id == remedy_id]
    if not found:
        raise NotFound("没有这一条救济途径，请刷新后再试。")
    return found[0]


def unconfirmed() -> list[RemedyEntry]:
    """Those in use that nobody has answered for yet."""
    return [one for one in list_remedies() if one.confirmed_at is None]


def choices(_case_id: int) -> list[tuple[int, str]]:
    """Those in use, as one chooses them."""
    return [
        (one.id, one.name if one.confirmed_at else f"{one.name}（文字待负责人确认）")
        for one in list_remedies()
    ]


def problems(draft: RemedyDraft) -> dict[str, str]:
    found = typed.overlong(draft, _LIMITS)
    if not typed.line(draft.name):
        found["name"] = "请填写名称。"
    if not typed.paragraphs(draft.text):
        found["text"] = "请写明告知文字。"
    elif sentence := _text_problem(draft):
        found["text"] = sentence
    if draft.kind is not RemedyKind.NONE and not typed.line(draft.source):
        found["source"] = "请写明出自哪部法律第几条。"
    return found


def save_remedy(draft: RemedyDraft, remedy_id: int | None = None) -> int:
    """Add a text or change one; whoever confirmed it confirmed other words, so that is over."""
    if found := problems(draft):
        raise Invalid(found)
    said = {"name": typed.line(draft.name), "source": typed.line(draft.source)}
    values: dict[str, Any] = said | {"kind": draft.kind, "text": typed.paragraphs(draft.text)}
    with saving(Kind.WORDING):
        same = Remedy.get_or_none(Remedy.name == values["name"])
        if same and same.id != remedy_id:
            raise Invalid({"name": f"已经有“{values['name']}”了，请换一个。"})
        if remedy_id is None:
            return int(Remedy.create(**values).id)
        was = get_remedy(remedy_id)
        if (was.kind, was.text, was.source) != (draft.kind, values["text"], values["source"]):
            values |= {"confirmed_at": None, "confirmed_by": ""}
        Remedy.update(**values).where(Remedy.id == remedy_id).execute()
    return remedy_id


def confirm_remedy(remedy_id: int, by: Who, now: datetime) -> None:
    """The centre's leader has compared the words with the law and answers for them."""
    if by.role not in CONFIRMERS:
        raise AppError("救济途径的文字由负责人确认，请负责人登录后再确认。")
    with saving(Kind.WORDING):
        get_remedy(remedy_id)
        Remedy.update(confirmed_at=now, confirmed_by=by.name).where(
            Remedy.id == remedy_id
        ).execute()


def retire_remedy(remedy_id: int, *, active: bool = False) -> None:
    """Take it out of what can be chosen, or put it back; what used it stays."""
    with saving(Kind.WORDING):
        get_remedy(remedy_id)
        Remedy.update(active=active).where(Remedy.id == remedy_id).execute()


def _text_problem(draft: RemedyDraft) -> str:
    places = set(_PLACE.findall(draft.text))
    if places - set(PLACES) or set("{}") & set(_PLACE.sub("", draft.text)):
        return "只能用 {authority}、{court}、{days} 这三处空。"
    if lacking := _NEEDED[draft.kind] - places:
        named = "、".join(f"{{{one}}}（{PLACES[one]}）" for one in sorted(lacking))
        return f"“{draft.kind.label}”的文字里要有 {named}。"
    if draft.kind is RemedyKind.NONE and places:
        return "没有救济途径的，不要留填写处。"
    return ""
