"""What a move asks for, as something to fill in: one editor for every kind of answer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from app.directory import list_staff, list_units
from app.moves.asks import Ask, Asked
from app.moves.choosing import choices_for
from app.typed import line
from ui.cases.cells import cell_of
from ui.cases.table_answer import TableAnswer
from ui.kit.choice import Options, Segments
from ui.kit.day_field import DayField, MomentField
from ui.kit.desk import Desk
from ui.kit.editors import Line, Text
from ui.kit.items import Item, items
from ui.kit.number_field import NumberField
from ui.kit.paint import width_of
from ui.kit.password_line import PasswordLine
from ui.kit.pick import Pick
from ui.kit.style import GAP
from ui.kit.tag_box import TagBox
from ui.kit.tick import Tick

WORDS = (Line, Text, PasswordLine)  # where nothing is no words; elsewhere it is None
SIDE_BY_SIDE, IN_SIGHT, HALF_A_ROW = 420, 9, 200  # px, answers, px


@dataclass(frozen=True)
class Answer:
    """An editor, and how it is read and filled."""

    editor: QWidget
    value: Callable[[], Any]
    set_value: Callable[[Any], None]
    says_hint: bool = False  # it shows the hint itself

    def problem(self) -> str:
        """What stands there and cannot be read."""
        of_editor: Callable[[], str] | None = getattr(self.editor, "problem", None)
        return of_editor() if of_editor else ""


def answer_to(asked: Asked, case_id: int, desk: Desk) -> Answer:
    """The editor that fits the kind of answer, with what can be chosen from."""
    match asked.kind:
        case Ask.CHOICE:
            return _choice(items(asked.offered), optional=not asked.needed)
        case Ask.ONE_OF:
            return _choice(items(choices_for(case_id, asked)), optional=not asked.needed)
        case Ask.PERSON:
            staff = [(one.id, f"{one.name}（{one.work_number}）") for one in list_staff()]
            return _plain(Pick(staff, hint=asked.hint))
        case Ask.UNIT:
            return _unit(asked)
        case Ask.UNITS:
            return _units()
        case Ask.ROWS:
            units = unit_items()
            return _plain(TableAnswer([cell_of(one, desk, units) for one in asked.columns]))
        case _:
            return _written(asked, desk)


def unit_items() -> tuple[Item, ...]:
    return items((one.name, one.name, one.initials) for one in list_units())


def _written(asked: Asked, desk: Desk) -> Answer:
    """What is typed."""
    match asked.kind:
        case Ask.NUMBER:
            return _plain(NumberField(hint=asked.hint))
        case Ask.DAY:
            return _plain(DayField(desk.today), says_hint=False)
        case Ask.MOMENT:
            return _plain(MomentField(desk.now), says_hint=False)
        case Ask.FLAG:
            return _plain(Tick(asked.hint or "是"))
        case Ask.SECRET:
            return _plain(PasswordLine(), says_hint=False)
        case Ask.LINES:
            lines = Text(hint=asked.hint or "每行写一项", lines=3)
            return Answer(lines, lambda: _lines(lines), lambda said: _set_lines(lines, said), True)
        case Ask.LINE:
            return _plain(Line(hint=asked.hint))
        case _:
            return _plain(Text(hint=asked.hint, lines=3 if asked.needed else 2))


def _plain(editor: Any, *, says_hint: bool = True) -> Answer:
    return Answer(editor, editor.value, lambda value: _fill(editor, value), says_hint)


def _fill(editor: Any, value: Any) -> None:
    """Words that are not there are no words."""
    editor.set_value("" if value is None and type(editor) in WORDS else value)


def _choice(given: Sequence[Item], *, optional: bool) -> Answer:
    """Side by side where they are few and short; in sight while they are not too many."""
    wide = [width_of(one.label, bold=True) + GAP for one in given]
    if len(given) <= 5 and len(given) * max(wide, default=0) <= SIDE_BY_SIDE and len(given) > 1:
        return _plain(Segments(given, optional=optional), says_hint=False)
    if 0 < len(given) <= IN_SIGHT:
        columns = 2 if max(wide) <= HALF_A_ROW and len(given) > 1 else 1
        return _plain(Options(given, columns=columns, optional=optional), says_hint=False)
    return _plain(Pick(given), says_hint=False)


def _unit(asked: Asked) -> Answer:
    pick = Pick(unit_items(), hint=asked.hint, free=True)
    return Answer(
        pick, lambda: line(pick.text()), lambda name: pick.set_value(name, name or ""), True
    )


def _units() -> Answer:
    box = TagBox(unit_items(), free=True)

    def fill(names: Sequence[str] | None) -> None:
        known = {item.value for item in box.line.items}
        there = names or ()
        listed = [one for one in there if one in known]
        box.set_values(listed, [one for one in there if one not in known])

    return Answer(box, lambda: tuple(box.texts()), fill)


def _lines(text: Text) -> tuple[str, ...]:
    return tuple(filter(None, map(line, text.toPlainText().splitlines())))


def _set_lines(text: Text, said: Sequence[str] | None) -> None:
    text.set_value("\n".join(said or ()))
