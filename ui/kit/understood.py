"""What was understood of pasted lines, one under the other as they stand in the box."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QPointF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem

from app.directory import MatterDraft, StaffDraft, UnitDraft
from app.pasted import Pasted
from ui.kit.icons import draw_icon
from ui.kit.paint import hairline, width_of, words
from ui.kit.scroll import SlimBar
from ui.kit.style import CAPTION, GAP, PAD, SMALL, Tone, scheme_of
from ui.kit.views import ROOT, Index, area_of

LineRole = Qt.ItemDataRole.UserRole


def told(draft: Any) -> str:
    """What else is known of an entry than its name."""
    if isinstance(draft, StaffDraft):
        return f"工号 {draft.work_number}"
    if isinstance(draft, MatterDraft):
        papers = "、".join(draft.papers.split("\n"))
        return " · ".join(filter(None, (draft.unit, draft.keywords, papers)))
    if not isinstance(draft, UnitDraft):
        return ""
    window = f"窗口 {draft.window_number}" if draft.window_number else ""
    liaison = f"联络员 {draft.liaison}" if draft.liaison else ""
    head = f"领导 {draft.head}" if draft.head else ""
    return " · ".join(filter(None, (window, liaison, draft.phone, head, draft.head_phone)))


class _Lines(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.lines: Sequence[Pasted] = ()

    def show_lines(self, lines: Sequence[Pasted]) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"第 {line.line} 行 {line.text} {line.problem or line.note}"
        return line if role == LineRole else None


class _LineDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: Pasted = index.data(LineRole)
        return QSize(100, 54 if _second(line) else 34)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Pasted = index.data(LineRole)
        view = self.parent()
        assert isinstance(view, QListView)
        scheme = scheme_of(view)
        room = area_of(option).adjusted(PAD, 0, -PAD, 0)
        tone, icon = Tone.GOOD, "circle-check"
        if line.problem or line.note:
            tone = Tone.DANGER if line.problem else Tone.WARN
            icon = "circle-alert" if line.problem else "triangle-alert"
        ink = scheme.hue(tone).ink
        first = room.top() + 17
        number = str(line.line)
        words(
            painter, room.adjusted(0, 7, 0, 7 - room.height() + 20), number, scheme.muted, CAPTION
        )
        left = room.left() + max(24.0, width_of(number, CAPTION) + GAP)
        left = draw_icon(painter, left, first, icon, ink, 16) + GAP
        name = line.title or getattr(line.draft, "name", "") or line.text
        words(
            painter, room.adjusted(left - room.left(), 6, 0, 28 - room.height()), name, scheme.ink
        )
        second = room.adjusted(left - room.left(), 27, 0, 47 - room.height())
        said = line.problem or line.note
        words(painter, second, _second(line), ink if said else scheme.muted, SMALL)
        bottom = area_of(option).bottom() - 1
        hairline(painter, QPointF(room.left(), bottom), QPointF(room.right(), bottom), scheme.line)


def _second(line: Pasted) -> str:
    if line.problem:
        return f"{line.problem}这一行不会存入。"
    return line.note or line.told or (told(line.draft) if line.draft else "")


class Understood(QListView):
    def __init__(self) -> None:
        super().__init__()
        self.lines = _Lines()
        self.setModel(self.lines)
        self.setItemDelegate(_LineDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBar(SlimBar(Qt.Orientation.Vertical, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName("看懂的内容")
