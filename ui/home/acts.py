"""What there is to do today, by kind of act: the cards of the desk and the list behind each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app import intake_draft, receptions
from app.case_filters import Order
from app.case_list import WAITING, CaseRow, Waiting, case_ids, case_rows
from app.drafts import KeptDraft, list_drafts
from app.receptions import ReceptionRow, list_receptions
from models.choices import Status
from ui.kit.cells import act, due, two_lines, units
from ui.kit.due_cell import due_cell
from ui.kit.style import Tone
from ui.kit.table import Column

FORMS = (intake_draft.FORM, receptions.FORM)
MOST = 200  # rows of a list here; all of them are in 办件


@dataclass(frozen=True)
class Act:
    """A card: its word and look, what is said where its list is empty, and after its last row."""

    key: str
    word: str
    icon: str
    tone: Tone
    empty: str
    unit: str = "件"
    end: str = "办完这 {} 件，接着办："


ACTS = (
    Act("overdue", "逾期", "alarm-clock", Tone.DANGER, "没有逾期的办件，每一件都在期限里。"),
    Act("soon", "今明到期", "clock", Tone.WARN, "今明两天没有到期的办件。"),
    Act("todo", "待办", "inbox", Tone.PLAIN, "登记的都已经交办了。"),
    Act("incomplete", "待补全", "file-pen-line", Tone.PLAIN, "快速登记的都补全了。"),
    Act("uninformed", "待反馈", "message-square", Tone.PLAIN, "办结的都告诉群众了。"),
    Act(
        "receptions",
        "今日接待",
        "users",
        Tone.PLAIN,
        "今天还没有接待记录。",
        "人次",
        "今天接待了 {} 人次。接着办：",
    ),
    Act(
        "drafts",
        "草稿",
        "notebook-pen",
        Tone.PLAIN,
        "没有写了一半的登记和接待。",
        "份",
        "写完这 {} 份，接着办：",
    ),
)
_NEXT = {
    "overdue": "催办",
    "soon": "催办",
    "todo": "交办",
    "incomplete": "补全",
    "uninformed": "反馈",
}


def cases_of(key: str, today: date) -> list[CaseRow]:
    """The first of the cases behind a card, the most pressing first."""
    ids = case_ids(WAITING[key], today, Order.DUE, descending=False)
    return case_rows(ids[:MOST])


def case_columns(key: str, today: Callable[[], date]) -> Sequence[Column[CaseRow]]:
    return (
        Column("服务对象", lambda row: (row.person, row.number), _joined, 190, two_lines),
        Column("事项与难处", lambda row: (row.matter, row.problem), _joined, 0, two_lines),
        Column("承办单位", lambda row: row.units, "、".join, 150, units),
        Column(
            "时限",
            lambda row: due_cell(row.status, row.due_on, today(), provisional=row.due_provisional),
            str,
            118,
            due,
        ),
        Column("下一步", lambda row: _next_act(key, row), str, 84, act),
    )


def reception_columns() -> Sequence[Column[ReceptionRow]]:
    return (
        Column("时间", lambda row: f"{row.at:%H:%M}", width=64),
        Column("来人", lambda row: (row.person, row.channel.label), _joined, 130, two_lines),
        Column("问什么，怎么答复", lambda row: (row.asked, row.answered), _joined, 0, two_lines),
        Column("结果", lambda row: row.ending.label, width=90, soft=True),
        Column("下一步", next_of_reception, str, 104, act),
    )


def draft_columns(now: Callable[[], datetime]) -> Sequence[Column[KeptDraft]]:
    return (
        Column("草稿", lambda row: row.title or "还没写姓名和事项"),
        Column("经手人", lambda row: row.staff, width=100, soft=True),
        Column("放了多久", lambda row: age_in_words(row, now()), width=140, soft=True),
        Column("下一步", lambda row: "接着写", str, 96, act),
    )


def next_of_reception(row: ReceptionRow) -> str:
    return "看办件" if row.case_id else "转为登记"


def receptions_of(today: date) -> list[ReceptionRow]:
    return list_receptions(today, today)


def drafts_of() -> list[KeptDraft]:
    """The last one touched first, whatever it is to become."""
    return [draft for draft in list_drafts() if draft.form in FORMS]


def figures(waiting: Waiting, today: date) -> dict[str, int]:
    """How many stand behind each card."""
    counted = {key: int(getattr(waiting, key)) for key in WAITING}
    return counted | {"receptions": len(receptions_of(today)), "drafts": len(drafts_of())}


def age_in_words(draft: KeptDraft, now: datetime) -> str:
    minutes = int(draft.age(now).total_seconds() // 60)
    if minutes < 60:
        return f"{max(minutes, 1)} 分钟前"
    if minutes < 24 * 60:
        return f"{minutes // 60} 小时前"
    return f"{minutes // (24 * 60)} 天前"


def _next_act(key: str, row: CaseRow) -> str:
    if key in ("overdue", "soon") and row.status is Status.REGISTERED:
        return "交办"
    return _NEXT[key]


def _joined(value: Sequence[Any]) -> str:
    return " ".join(map(str, value))
