"""What there is to do today, by kind of act: the cards of the desk and what is behind each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app import intake_draft, receptions
from app.cases.case_list import CaseRow, case_ids, case_rows
from app.cases.filters import Order, that_wait
from app.desk.todo import ACTS, Todo, count_todo
from app.drafts import KeptDraft, list_drafts
from app.moves.begun import begun_acts
from app.receptions import ReceptionRow, list_receptions
from app.visits import filled as visit_requests
from models.choices import Act
from ui.kit.cells import act, due, two_lines, units
from ui.kit.due_cell import due_of
from ui.kit.style import Tone
from ui.kit.table import Column

FORMS = (intake_draft.FORM, receptions.FORM, visit_requests.FORM)
MOST = 200  # rows of a list here; all of them are in 办件
RECEPTIONS, DRAFTS = "receptions", "drafts"


@dataclass(frozen=True)
class Card:
    """Its word and look, what is said where its list is empty, and after its last row."""

    key: str
    word: str
    icon: str
    tone: Tone
    empty: str
    unit: str = "件"
    end: str = "办完这 {} 件，接着办："
    always: bool = False  # also where there is nothing


def _card(
    todo: Todo, icon: str, empty: str, tone: Tone = Tone.PLAIN, *, always: bool = False
) -> Card:
    return Card(todo.value, todo.label, icon, tone, empty, always=always)


CARDS = (
    _card(
        Todo.OVERDUE, "alarm-clock", "没有逾期的办件，每一件都在期限里。", Tone.DANGER, always=True
    ),
    _card(Todo.SOON, "clock", "今明两天没有到期的办件。", Tone.WARN, always=True),
    _card(Todo.DECIDED, "users", "议定的事项都按时办了。", Tone.DANGER),
    _card(Todo.TELL_EXTENSION, "calendar-arrow-down", "延了期的都告诉群众了。", Tone.WARN),
    _card(Todo.GRANT_EXTENSION, "stamp", "没有等着批的延期。"),
    _card(Todo.GRANT_NO, "stamp", "没有等着批的否定报备。"),
    _card(Todo.JUDGE, "stamp", "没有等结论的误评申诉。"),
    _card(Todo.REWORK, "star", "没有要整改的差评。", Tone.WARN),
    _card(Todo.SORT, "layers", "登记的都研判过了。"),
    _card(Todo.ASSIGN, "send", "研判过的都交办了。"),
    _card(Todo.SIGN, "inbox", "交办出去的都签收了。"),
    _card(Todo.REPLY, "hourglass", "没有等着单位答复的。"),
    _card(Todo.CONCLUDE, "circle-check", "答复齐了的都办结了。"),
    _card(Todo.INFORM, "message-square", "办结的都告诉群众了。"),
    _card(Todo.FOLLOW_UP, "phone", "告诉过的都回访了。"),
    _card(Todo.ARCHIVE, "check-check", "回访过的都归档了。"),
    _card(Todo.PAUSED, "circle-pause", "没有暂停的办件。"),
    _card(Todo.COMPLETE, "file-pen-line", "快速登记的都补全了。"),
    Card(
        RECEPTIONS,
        "今日接待",
        "users",
        Tone.PLAIN,
        "今天还没有接待记录。",
        "人次",
        "今天接待了 {} 人次。接着办：",
        always=True,
    ),
    Card(
        DRAFTS,
        "草稿",
        "notebook-pen",
        Tone.PLAIN,
        "没有写了一半的。",
        "份",
        "写完这 {} 份，接着办：",
    ),
)


def todo_of(key: str) -> Todo | None:
    """The list of cases behind a card; behind two of them there are other things."""
    return None if key in (RECEPTIONS, DRAFTS) else Todo.of(key)


def cases_of(todo: Todo, today: date) -> list[CaseRow]:
    """The first of the cases behind a card, the most pressing first."""
    ids = case_ids(that_wait(todo), today, Order.DUE, descending=False)
    return case_rows(ids[:MOST])


def case_columns(todo: Todo, today: Callable[[], date]) -> Sequence[Column[CaseRow]]:
    return (
        Column("服务对象", lambda row: (row.person, row.number), _joined, 190, two_lines),
        Column("事项与难处", lambda row: (row.matter, row.problem), _joined, 0, two_lines),
        Column("承办单位", lambda row: row.units, "、".join, 150, units),
        Column("时限", lambda row: due_of(row, today()), str, 118, due),
        Column("下一步", lambda row: _said(next_act(todo, row)), str, 84, act),
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


def drafts_of(today: date) -> list[KeptDraft]:
    """The last one touched first, whatever it is to become."""
    moves = begun_acts(today)
    return [one for one in list_drafts() if one.form in FORMS or one.id in moves]


def figures(today: date) -> dict[str, int]:
    """How many stand behind each card."""
    counted = {one.value: number for one, number in count_todo(today).items()}
    return counted | {RECEPTIONS: len(receptions_of(today)), DRAFTS: len(drafts_of(today))}


def age_in_words(draft: KeptDraft, now: datetime) -> str:
    minutes = int(draft.age(now).total_seconds() // 60)
    if minutes < 60:
        return f"{max(minutes, 1)} 分钟前"
    if minutes < 24 * 60:
        return f"{minutes // 60} 小时前"
    return f"{minutes // (24 * 60)} 天前"


def next_act(todo: Todo, row: CaseRow) -> Act | None:
    """What is to be done with a case of that list; with a late one, what it waits for, and where
    that is a unit, the unit is reminded."""
    if todo not in (Todo.OVERDUE, Todo.SOON):
        return ACTS[todo]
    return Act.REMIND if row.step in (Act.SIGN, Act.REPLY) else row.step


def _said(wanted: Act | None) -> str:
    return _WORDS.get(wanted, wanted.label) if wanted else ""


_WORDS = {
    Act.SIGN: "记签收",
    Act.REPLY: "记答复",
    Act.COMPLETE: "补全",
    Act.DECIDED_DONE: "记办完",
}


def _joined(value: Sequence[Any]) -> str:
    return " ".join(map(str, value))
