"""A large box to paste a list into, and beside it what was understood of every line."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.pasted import Pasted, drafts, read_matters, read_staff, read_units, read_villages
from ui.kit.editors import Text
from ui.kit.field import Field, name_it
from ui.kit.paint import box
from ui.kit.style import GAP, HALF, HEAD, PAD, RADIUS, SMALL, WIDE, font, scheme_of
from ui.kit.text import quiet
from ui.kit.understood import Understood


@dataclass(frozen=True)
class PasteKind:
    """A list that can be pasted, and how to ask for it."""

    title: str
    note: str
    hint: str
    what: str
    read: Callable[[str], list[Pasted]]


STAFF = PasteKind(
    "在岗人员",
    "坐这个窗口的人，至少一位。每人一行：姓名和工号。",
    "从 Excel 复制后粘贴在这里，或直接输入：\n\n王芳　001\n李建国　002",
    "位在岗人员",
    read_staff,
)
UNITS = PasteKind(
    "单位和窗口",
    "办件会转给哪些单位。从 Excel 粘贴：单位、窗口号、联络员、电话、部门领导、领导电话，"
    "有几列写几列。可以先跳过。",
    "从 Excel 复制后粘贴在这里，或直接输入：\n\n民政办　3　陈静　0570-6001234\n社保所　5　刘敏",
    "个单位",
    read_units,
)
VILLAGES = PasteKind(
    "村社",
    "本镇（街道）的村和社区，每行一个。可以先跳过。",
    "从 Excel 复制后粘贴在这里，或直接输入：\n\n柳林村\n石门村\n云溪社区",
    "个村社",
    read_villages,
)


MATTERS = PasteKind(
    "事项",
    "从 Excel 粘贴：事项、主管单位、关键词、材料，有几列写几列。关键词是登记时常打的简称或首字母。",
    "从 Excel 复制后粘贴在这里，或直接输入：\n\n"
    "居民身份证换领，派出所，sfz，旧身份证、户口簿\n残疾证办理，残联",
    "个事项",
    read_matters,
)


class PasteBox(QWidget):
    """A large box to paste into, and beside it, at every keystroke, what was understood."""

    changed = Signal()

    def __init__(self, kind: PasteKind, *, needed: bool = False) -> None:
        super().__init__()
        self.kind, self.needed = kind, needed
        self.title, self.note = kind.title, kind.note
        self.box = Text(hint=kind.hint, lines=6, most=40)
        field = Field(self.box)
        name_it(field, kind.title)
        self.understood = Understood()
        self.sum = QLabel()
        self.sum.setFont(font(HEAD, bold=True))
        self.wrong = quiet("", SMALL)
        right = _Ground()
        self.under = QVBoxLayout(right)
        self.under.setContentsMargins(1, PAD, 1, HALF)
        self.under.setSpacing(GAP)
        for label in (self.sum, self.wrong):
            label.setContentsMargins(PAD, 0, PAD, 0)
            label.setTextFormat(Qt.TextFormat.PlainText)
            self.under.addWidget(label)
        self.under.addWidget(self.understood, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(WIDE)
        layout.addWidget(field, 1)
        layout.addWidget(right, 1)
        self.box.changed.connect(self.read_again)
        self.first = self.box
        self.read_again()

    def drafts(self) -> list[Any]:
        return drafts(self.understood.lines.lines)

    def ready(self) -> bool:
        if self.needed and not self.drafts():
            self.wrong.setText("请至少写一位，登记时要用。")
            self.box.setFocus()
            return False
        return True

    def read_again(self) -> None:
        """Also when something else is asked of the lines than before."""
        lines = self.kind.read(self.box.toPlainText())
        # What is wrong comes first: in a long list it would be out of sight.
        shown = sorted(lines, key=lambda line: not line.problem)
        self.understood.lines.show_lines(shown)
        good, bad = len(drafts(lines)), sum(bool(line.problem) for line in lines)
        self.sum.setText(f"看懂了 {good} {self.kind.what}" if lines else "粘贴后在这里核对")
        self.wrong.setText(f"{bad} 行有问题，请在左边改好；不改的不会存入。" if bad else "")
        self.changed.emit()


class _Ground(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        scheme = scheme_of(self)
        box(QPainter(self), QRectF(self.rect()), scheme.surface, scheme.line, radius=RADIUS)
