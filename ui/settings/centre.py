"""What the centre is called, and how cases are numbered."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app import numbers, typed
from app.centre import LABELS, CentreSettings, find_centre, get_centre, problems, save_centre
from app.errors import Invalid
from ui.kit.card import Card
from ui.kit.desk import Desk
from ui.kit.editors import Line
from ui.kit.field import Field
from ui.kit.keys import EnterMovesOn, go_to
from ui.kit.rows import FieldRow, show_problems
from ui.kit.scroll import scrolling
from ui.kit.style import GAP, PAD, SMALL, Tone
from ui.kit.text import wrapped
from ui.settings.option import WIDEST, Option, save_button

LABEL = 72
HINTS = {
    "name": "例如 云溪镇便民服务中心",
    "place": "编号里用的地名，例如 云溪",
    "window": "印在回执上的窗口名称",
    "phone": "群众打来问进度的电话",
    "supervision": "印在回执上的监督电话",
    "address": "例如 云溪镇人民路 18 号",
    "hours": "例如 工作日 8:30–12:00，14:00–17:30",
    "superior": "月报报给谁，例如 云溪镇党政办",
}


class CentreForm(Option):
    """Some fields of the centre's one row; the others stay as they are stored."""

    def __init__(self, desk: Desk, rows: Mapping[str, FieldRow], *, title: str) -> None:
        super().__init__(desk)
        self.rows = dict(rows)
        self._stored: dict[str, Any] = {}
        self._loading = False
        self.card = Card(title)
        self.card.setMaximumWidth(WIDEST)
        self.form = QWidget()
        self.lines = QVBoxLayout(self.form)
        self.lines.setContentsMargins(0, GAP, 0, 0)
        self.lines.setSpacing(0)
        for row in self.rows.values():
            self.lines.addWidget(row)
        self.card.body.addWidget(self.form)
        content = QWidget()
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(0, 0, GAP, 0)
        self.column.addWidget(self.card)
        self.column.addStretch(1)
        self.body.addWidget(scrolling(content), 1)
        self.save = save_button()
        self.save.clicked.connect(self._save)
        self.acts = (self.save,)
        self.first = self.editor(next(iter(self.rows)))
        for name in self.rows:
            self.editor(name).changed.connect(self._changed)
        EnterMovesOn(self.form).ended.connect(self.save.setFocus)

    def editor(self, name: str) -> Any:
        field = self.rows[name].field
        assert isinstance(field, Field)
        return field.editor

    def load(self) -> None:
        self._loading = True
        self._stored = self._of(find_centre() or CentreSettings(name="", place=""))
        for name, value in self._stored.items():
            self.editor(name).set_value(value)
        self._loading = False
        self._changed()

    def is_edited(self) -> bool:
        return bool(self._stored) and self._filled() != self._stored

    def _of(self, settings: CentreSettings) -> dict[str, Any]:
        return {name: getattr(settings, name) for name in self.rows}

    def _filled(self) -> dict[str, Any]:
        return {name: self.editor(name).value() for name in self.rows}

    def settings(self) -> CentreSettings:
        """As they would be saved now."""
        return replace(find_centre() or CentreSettings(name="", place=""), **self._filled())

    def _changed(self) -> None:
        if self._loading:
            return
        found = problems(self.settings())
        show_problems(self.rows, {name: found[name] for name in self.rows if name in found})
        self.tell()
        self.edited.emit()

    def tell(self) -> None:
        """Say beside the fields what follows from them."""

    def _save(self) -> None:
        try:
            save_centre(self.settings())
        except Invalid as error:
            left_over = show_problems(self.rows, error.problems)
            wrong = [row.field for row in self.rows.values() if row.is_wrong()]
            if wrong:
                go_to(wrong[0])
            self.desk.errands.said.emit(next(iter(left_over or error.problems.values())))
            return
        self.load()
        self.desk.errands.said.emit("已保存。")


class CentreOption(CentreForm):
    note = "印在回执、登记表和月报上。"

    def __init__(self, desk: Desk) -> None:
        rows = {}
        for name, hint in HINTS.items():
            clean = typed.phone if name in ("phone", "supervision") else typed.line
            line = Line(hint=hint, clean=clean)
            needed = name in ("name", "place", "window")
            rows[name] = FieldRow(LABELS[name], Field(line), needed=needed, width=LABEL)
        super().__init__(desk, rows, title="中心信息")


class NumberOption(CentreForm):
    note = "改了只影响以后登记的办件；用过的编号不会再用。"

    def __init__(self, desk: Desk) -> None:
        row = FieldRow("编号格式", Field(Line()), needed=True, width=LABEL)
        super().__init__(desk, {"number_template": row}, title="受理编号")
        self.lines.addSpacing(PAD)
        self.lines.addWidget(_Legend())

    def tell(self) -> None:
        template = self.editor("number_template").value()
        if not numbers.template_problem(template):
            place = get_centre().place
            shown = numbers.render(template, self.desk.today(), 3, place)
            self.rows["number_template"].say(f"今天的第 3 件会是 {shown}", Tone.GOOD)


class _Legend(QWidget):
    """What may stand in the pattern."""

    LINES = (
        ("{place}", "地名简称，在“中心信息”里改"),
        ("{date}", "受理日期，例如 20261122；每天从 1 号编起，所以不能缺"),
        ("{serial:03}", "当天的顺序号，补足 3 位；写 {serial} 就不补"),
        ("其他", "汉字、字母、数字和“-”照原样；不能有空格和 / : * ? 等符号"),
    )

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(LABEL + GAP, 0, 0, 0)
        grid.setVerticalSpacing(GAP)
        grid.setHorizontalSpacing(PAD)
        grid.setColumnStretch(1, 1)
        for line, (sign, what) in enumerate(self.LINES):
            grid.addWidget(wrapped(sign, SMALL), line, 0)
            grid.addWidget(wrapped(what, SMALL), line, 1)
