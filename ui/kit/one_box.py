"""The one box: whatever is known of a person or a case, typed in, and the case opens."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.choices import Choice
from ui.kit.editors import Line
from ui.kit.field import Field
from ui.kit.floating import FloatingList, Offer
from ui.kit.keys import ENTER, Composing

ONE_BOX = "电话 / 证件号 / 姓名 / 拼音首字母 / 编号"
PAUSE = 120  # ms after the last key
MOST = 20
KEYS = "↑ ↓ 选择　Enter 打开　Ctrl+Enter 列出全部"


class Found(Protocol):
    """What the box shows of a case; persons come masked."""

    @property
    def id(self) -> int: ...
    @property
    def number(self) -> str: ...
    @property
    def person(self) -> str: ...
    @property
    def asker(self) -> str: ...
    @property
    def matter(self) -> str: ...
    @property
    def status(self) -> Choice: ...
    @property
    def due_on(self) -> date: ...


Find = Callable[[str], Sequence[Found]]


class OneBox(QWidget):
    """Looks while one types; the arrows stay in the list, everything else in the box."""

    chosen = Signal(int)  # a case's id
    listed = Signal(str)  # Ctrl+Enter: all that is found for these words, as a list
    left = Signal()  # Esc, with nothing open and nothing typed

    def __init__(self, find: Find) -> None:
        super().__init__()
        self._find = find
        self.line = Line(hint=ONE_BOX)
        self.line.setAccessibleName("查找人或办件")
        self.line.setMaxLength(60)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Field(self.line, icon="search", key="Ctrl K"))
        self.setMaximumWidth(440)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.look)
        self.list: FloatingList | None = None
        self.line.textEdited.connect(self._typed)
        self.line.installEventFilter(self)
        Composing(self.line)  # asked first: the Enter that ends a composition opens no case

    def begin(self) -> None:
        """Ctrl+K: whatever was typed is ready to be overwritten."""
        self.line.setFocus()
        self.line.selectAll()

    def look(self) -> None:
        """Show what is found for what stands in the box."""
        self._pause.stop()
        text = self.line.text().strip()
        if not text:
            self._close()
            return
        found = self._find(text)
        self._popup().show_rows([_offer(case) for case in found[:MOST]], _note(text, len(found)))
        self._popup().open_under(self, max(self.width(), 440))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                return self._list_all()
            return self._key(event.key())
        if event.type() == QEvent.Type.FocusOut:
            self._close()
        return super().eventFilter(watched, event)

    def _key(self, key: int) -> bool:
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self._pause.isActive() and (enter or key == Qt.Key.Key_Down):
            self.look()  # typed and confirmed faster than the pause
            if enter and not self._only_one():
                return True
        if self._popup().take_key(key):
            return True
        if enter or key == Qt.Key.Key_Down:
            self.look()
            return True
        if key == Qt.Key.Key_Escape:
            self._leave()
            return True
        return False

    def _list_all(self) -> bool:
        if text := self.line.text().strip():
            self.line.clear()
            self._close()
            self.listed.emit(text)
        return True

    def _only_one(self) -> bool:
        return self._popup().offers.rowCount() == 1

    def _typed(self) -> None:
        self._pause.start()

    def _leave(self) -> None:
        if self.line.text():
            self.line.clear()
        else:
            self.left.emit()

    def _close(self) -> None:
        self._pause.stop()
        if self.list is not None:
            self.list.hide()

    def _popup(self) -> FloatingList:
        """Made when first needed: it belongs to the window, which stands only now."""
        if self.list is None:
            self.list = FloatingList(self.window(), "找到的办件")
            self.list.chosen.connect(self._open)
        return self.list

    def _open(self, case: object) -> None:
        self.line.clear()
        if isinstance(case, int):
            self.chosen.emit(case)


def _offer(case: Found) -> Offer:
    title, status = f"{case.person}　{case.matter}", case.status.label
    note = f"{case.number}　{case.asker} 反映" if case.asker else case.number
    return Offer(title, note, status, f"期限 {case.due_on:%Y-%m-%d}", what=case.id)


def _note(text: str, count: int) -> str:
    if not count:
        return f"没有找到“{text}”。可以试电话后四位、姓名首字母；新来的人按 F2 登记。"
    if count > MOST:
        return f"先显示 {MOST} 件　{KEYS}"
    return f"找到 {count} 件　{KEYS}"
