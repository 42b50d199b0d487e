"""The steps of the first start: the centre, then three lists that can be pasted."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.centre import LABELS, CentreSettings, problems
from app.directory import Draft
from app.first_start import place_of
from app.pasted import Pasted, drafts, read_staff, read_units, read_villages
from ui.kit.editors import Line, Text
from ui.kit.field import Field, name_it
from ui.kit.keys import EnterMovesOn
from ui.kit.paint import box
from ui.kit.rows import FieldRow, show_problems
from ui.kit.style import GAP, HALF, HEAD, PAD, RADIUS, SMALL, WIDE, font, scheme_of
from ui.kit.text import quiet
from ui.welcome.understood import Understood

LABEL = 66
HINTS = {
    "name": "例如 云溪镇便民服务中心",
    "place": "编号里用的地名，例如 云溪",
    "phone": "群众打来问进度的电话",
    "supervision": "印在回执上的监督电话",
    "address": "例如 云溪镇人民路 18 号",
    "hours": "例如 工作日 8:30–12:00，14:00–17:30",
}


class CentreStep(QWidget):
    """What the papers say of the centre; the rest is in the settings."""

    title = "中心信息"
    note = "印在回执和报表上，以后可以在“设置”里改。"

    def __init__(self) -> None:
        super().__init__()
        self.lines = {field: Line(hint=hint) for field, hint in HINTS.items()}
        self.lines["supervision"].setText("12345")
        self.rows = {
            field: FieldRow(
                LABELS[field], Field(line), needed=field in ("name", "place"), width=LABEL
            )
            for field, line in self.lines.items()
        }
        self._guessed = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(HALF)
        for row in self.rows.values():
            layout.addWidget(row)
        layout.addStretch(1)
        self.lines["name"].changed.connect(self._guess)
        self.lines["place"].changed.connect(self._sample)
        EnterMovesOn(self)
        self.first = self.lines["name"]

    def settings(self) -> CentreSettings:
        said = {field: line.value() for field, line in self.lines.items()}
        return CentreSettings(
            name=said["name"],
            place=said["place"],
            phone=said["phone"],
            supervision=said["supervision"],
            address=said["address"],
            hours=said["hours"],
        )

    def ready(self) -> bool:
        """Whether it can go on; what cannot stay is told beside its field."""
        found = problems(self.settings())
        show_problems(self.rows, found)
        for field in found:
            if field in self.lines:
                self.lines[field].setFocus()
                break
        return not found

    def _guess(self) -> None:
        """The place stands in the name, until somebody writes another one."""
        place = self.lines["place"]
        if place.text() == self._guessed:
            self._guessed = place_of(self.lines["name"].value())
            place.setText(self._guessed)

    def _sample(self) -> None:
        place = self.lines["place"].value()
        self.rows["place"].say(f"受理编号将是 BBC-{place}-20261122-001" if place else "")


@dataclass(frozen=True)
class Kind:
    """A list that can be pasted, and how to ask for it."""

    title: str
    note: str
    hint: str
    what: str
    read: Callable[[str], list[Pasted]]


STAFF = Kind(
    "在岗人员",
    "坐这个窗口的人，至少一位。每人一行：姓名和工号。",
    "从 Excel 复制后粘贴在这里，或直接输入：\n\n王芳　001\n李建国　002",
    "位在岗人员",
    read_staff,
)
UNITS = Kind(
    "单位和窗口",
    "办件会转给哪些单位。从 Excel 粘贴：单位、窗口号、联络员、电话，有几列写几列。可以先跳过。",
    "从 Excel 复制后粘贴在这里，或直接输入：\n\n民政办　3　陈静　0570-6001234\n社保所　5　刘敏",
    "个单位",
    read_units,
)
VILLAGES = Kind(
    "村社",
    "本镇（街道）的村和社区，每行一个。可以先跳过。",
    "从 Excel 复制后粘贴在这里，或直接输入：\n\n柳林村\n石门村\n云溪社区",
    "个村社",
    read_villages,
)


class PasteStep(QWidget):
    """A large box to paste into, and beside it, at every keystroke, what was understood."""

    changed = Signal()

    def __init__(self, kind: Kind, *, needed: bool = False) -> None:
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
        under = QVBoxLayout(right)
        under.setContentsMargins(1, PAD, 1, HALF)
        under.setSpacing(GAP)
        for label in (self.sum, self.wrong):
            label.setContentsMargins(PAD, 0, PAD, 0)
            label.setTextFormat(Qt.TextFormat.PlainText)
            under.addWidget(label)
        under.addWidget(self.understood, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(WIDE)
        layout.addWidget(field, 1)
        layout.addWidget(right, 1)
        self.box.changed.connect(self._read)
        self.first = self.box
        self._read()

    def drafts(self) -> list[Draft]:
        return drafts(self.understood.lines.lines)

    def ready(self) -> bool:
        if self.needed and not self.drafts():
            self.wrong.setText("请至少写一位，登记时要用。")
            self.box.setFocus()
            return False
        return True

    def _read(self) -> None:
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
