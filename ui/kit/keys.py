"""Enter goes on to the next field, and an Enter that belongs to the input method does nothing."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
TAB_STOP = Qt.FocusPolicy.TabFocus
NEAR = 48  # what of its surroundings is to be seen of a field one goes to
HELD = (*ENTER, Qt.Key.Key_Escape)


class Composing(QObject):
    """Keeps the keys that end a composition away from the editor it watches.

    Some input methods send the Enter that chose a candidate on to the program, right behind the
    committed words; it must not then leave the field or save the form.
    """

    def __init__(self, editor: QWidget) -> None:
        super().__init__(editor)
        self._composing = self._committed = False
        editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent):
            self._note(composing=bool(event.preeditString()))
        elif event.type() == QEvent.Type.FocusIn:
            self._composing = False  # whatever became of it while the keyboard was elsewhere
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return event.key() in HELD and (self._composing or self._committed)
        return super().eventFilter(watched, event)

    def _note(self, *, composing: bool) -> None:
        if self._composing and not composing:
            self._committed = True
            QTimer.singleShot(0, self, self._forget)
        self._composing = composing

    def _forget(self) -> None:
        self._committed = False


class OwnEscape(QObject):
    """Esc closes what is open in an editor, and no button of the window that has the same key."""

    def __init__(self, editor: QWidget, is_open: Callable[[], bool]) -> None:
        super().__init__(editor)
        self._is_open = is_open
        editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_Escape
            and self._is_open()
        ):
            event.accept()
            return True
        return super().eventFilter(watched, event)


class EnterMovesOn(QObject):
    """In a form Enter goes to the next field in reading order, Shift+Enter back; it never saves.

    What an editor does with Enter itself (a new line, choosing from an open list) stays its own:
    only what it leaves over arrives here. In a text of several lines Ctrl+Enter goes on.
    """

    ended = Signal()  # Enter in the last field

    def __init__(self, form: QWidget, order: Callable[[], Sequence[QWidget]] | None = None) -> None:
        """With `order`: the fields, where they were not put into the form as they are read."""
        super().__init__(form)
        self._form, self._order = form, order
        form.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in ENTER
        ):
            self._move(back=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return True
        return super().eventFilter(watched, event)

    def _move(self, *, back: bool) -> None:
        here = QApplication.focusWidget()
        if self._order is None:
            fields = fields_of(self._form)
        else:
            fields = [one for one in self._order() if _is_field(one)]
        if here not in fields:
            return
        place = fields.index(here) + (-1 if back else 1)
        if place == len(fields):
            self.ended.emit()
        elif place >= 0:
            reason = Qt.FocusReason.BacktabFocusReason if back else Qt.FocusReason.TabFocusReason
            go_to(fields[place], reason)


def go_to(field: QWidget, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
    """Give it the keyboard and scroll it into sight, with its hint; Qt does so for Tab alone."""
    field.setFocus(reason)
    into_sight(field, field.rect())


def into_sight(widget: QWidget, part: QRect) -> None:
    """Scroll whatever it stands in until that part of it is seen, with what is near."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            _show(widget, part, around)
        around = around.parentWidget()


def _show(widget: QWidget, part: QRect, area: QScrollArea) -> None:
    """Not `ensureWidgetVisible`: that is content with a field whose frame is cut off."""
    middle = widget.mapTo(area.widget(), part.center())
    most = area.viewport().height() // 2
    area.ensureVisible(middle.x(), middle.y(), 0, min(part.height() // 2 + NEAR, most))


def fields_of(form: QWidget) -> list[QWidget]:
    """What can be filled in, in reading order: the order in which it was put into the form.

    Qt's own chain is not walked: PySide 6.8 then forgets who owns the widgets on the way, and
    collects living ones.
    """
    return [one for one in list[QWidget](form.findChildren(QWidget)) if _is_field(one)]


def _is_field(one: QWidget) -> bool:
    """Only what can be tabbed to is asked for its focus proxy: of a scroll area's viewport that is
    the area itself, and PySide 6.8 then takes the area for the viewport's child and collects both.
    """
    if not (one.isVisible() and one.isEnabled() and one.focusPolicy() & TAB_STOP == TAB_STOP):
        return False
    if isinstance(one, QAbstractButton) and not one.isCheckable():
        return False
    return one.focusProxy() is None
