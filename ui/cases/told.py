"""What the citizen told and asked for, and what the window made of it."""

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.cases.detail import CaseDetail
from app.cases.way import get_way
from app.troubles import led_to
from ui.cases.facts import Fact, Facts, selectable
from ui.kit.card import heading
from ui.kit.style import HALF
from ui.kit.text import wrapped

_ASKS = (
    ("还办业务", "ask_business"),
    ("还有需求", "ask_need"),
    ("还有困难", "ask_trouble"),
)


class Said(QWidget):
    """A heading and a paragraph; nothing where nothing was written down."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.words = selectable(wrapped(""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF)
        column.addWidget(heading(name))
        column.addWidget(self.words)

    def say(self, text: str) -> None:
        self.words.setText(text)
        self.setVisible(bool(text))


class Registration(QWidget):
    """Everything else of the form, caption by caption; what was not asked is not there."""

    def __init__(self) -> None:
        super().__init__()
        self.facts = Facts()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF)
        column.addWidget(heading("登记内容"))
        column.addWidget(self.facts)

    def show_case(self, detail: CaseDetail) -> None:
        told = (_judged(detail), _tried(detail), _asked(detail), _linked(detail))
        self.facts.show_facts([fact for part in told for fact in part])


def _judged(detail: CaseDetail) -> Iterator[Fact]:
    draft = detail.draft
    yield "受理", f"{draft.received_at:%Y-%m-%d %H:%M} {draft.channel.label}"
    yield "受理人", detail.received_by
    yield "性质", draft.nature.label if draft.nature else "还没选"
    yield "成因", draft.cause.label if draft.cause else "还没选"
    yield "难度", draft.grade.label
    yield "方式", draft.method.label
    yield "查询码", detail.check_code


def _tried(detail: CaseDetail) -> Iterator[Fact]:
    draft = detail.draft
    first = draft.first_applied_on
    yield "首次申请", f"{first:%Y-%m-%d}" if first else ""
    yield "到过哪里", "、".join(draft.tried_units)
    yield "对方答复", draft.answer_given
    yield "收到材料", "\n".join(str(one) for one in draft.materials)


def _asked(detail: CaseDetail) -> Iterator[Fact]:
    """The three asks (三问): asked and nothing more is an answer too."""
    for name, field in _ASKS:
        answer: str | None = getattr(detail.draft, field)
        yield name, "" if answer is None else answer or "没有"


def _linked(detail: CaseDetail) -> Iterator[Fact]:
    """Who has it now, and what it has to do with other cases."""
    way = get_way(detail.id)
    yield "经办人", way.handler if way.handler != detail.received_by else ""
    yield "首接单位", way.first_unit
    yield "第几轮", f"第 {way.round} 轮" if way.round > 1 else ""
    yield "由此引出", way.origin
    yield "引出", "、".join(led_to(detail.id))
