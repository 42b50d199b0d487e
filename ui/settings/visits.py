"""上门服务: the centre's rules for home visits, and what it promises on paper."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.directory import list_villages
from app.errors import Invalid
from app.visits.rules import (
    LABELS,
    MOST_CREW,
    MOST_MINUTES,
    MOST_WAY,
    VisitSettings,
    problems,
    save_visit_rules,
    visit_rules,
)
from models.choices import Need
from ui.kit.card import Card
from ui.kit.days import read_hour
from ui.kit.desk import Desk
from ui.kit.editors import Line, Number, Text
from ui.kit.field import Field
from ui.kit.keys import EnterMovesOn, go_to
from ui.kit.pick import Pick
from ui.kit.rows import FieldRow, show_problems
from ui.kit.scroll import scrolling
from ui.kit.style import GAP, PAD, WIDE
from ui.kit.tag_box import TagBox
from ui.settings.option import WIDEST, Option, save_button

LABEL = 112
HOURS = ("morning_from", "morning_to", "afternoon_from", "afternoon_to")
LENGTHS = ("business", "deliver", "certify", "gathered", "other")
WAYS = ("same_village", "other_village")
NUMBERS = {
    "least_crew": ("人", 1, MOST_CREW),
    **dict.fromkeys(LENGTHS, ("分钟", 1, MOST_MINUTES)),
    **dict.fromkeys(WAYS, ("分钟", 0, MOST_WAY)),
}
GROUPS: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...] = (
    ("谁能约，几个人去", (("needs",), ("least_crew",))),
    ("什么时候去", (HOURS[:2], HOURS[2:])),
    ("每次多长时间", (LENGTHS[:2], LENGTHS[2:4], LENGTHS[4:])),
    ("路上", (WAYS, ("home",))),
    ("纸上的承诺", (("promises",),)),
)
HINTS = {
    "needs": "不在其中的，登记时要写明原因",
    "home": "每半天的第一站从这里算路上时间",
    "promises": "印在上门服务单和预约告知上，每行一条",
}
HOUR = "写成 8:30"


class VisitOption(Option):
    note = "排上门时用的规则；改了以后登记和安排的按新的来。"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._stored: VisitSettings | None = None
        self._loading = False
        self.editors = _editors()
        self.rows = {
            name: FieldRow(
                LABELS[name].removesuffix("（分钟）"),
                Field(editor),
                HINTS.get(name, ""),
                hinted=name not in NUMBERS or name in HINTS,
                width=LABEL,
            )
            for name, editor in self.editors.items()
        }
        self.save = save_button()
        self.acts = (self.save,)
        self.first = self.editors["needs"]
        self.body.addWidget(scrolling(self._sheet()), 1)
        self.save.clicked.connect(self._save)
        for editor in self.editors.values():
            editor.changed.connect(self._changed)

    def _sheet(self) -> QWidget:
        sheet = QWidget()
        sheet.setMaximumWidth(WIDEST)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(WIDE)
        for title, lines in GROUPS:
            card = Card(title)
            card.body.setContentsMargins(0, GAP, 0, 0)
            for names in lines:
                across = QHBoxLayout()
                across.setSpacing(PAD)
                for name in names:
                    across.addWidget(self.rows[name], 1)
                if len(names) == 1 and (name in NUMBERS or name == "home"):
                    across.addStretch(1)
                card.body.addLayout(across)
            column.addWidget(card)
        column.addStretch(1)
        EnterMovesOn(sheet).ended.connect(self.save.setFocus)
        return sheet

    def load(self) -> None:
        self._loading = True
        self._stored = rules = visit_rules()
        for name, editor in self.editors.items():
            value = getattr(rules, name)
            if name == "needs":
                editor.set_values(value)
            elif name == "home":
                editor.set_items((one.name, one.name, one.initials) for one in list_villages())
                editor.set_value(value or None)
            else:
                editor.set_value(f"{value:%H:%M}" if name in HOURS else value)
        self._loading = False
        self._changed()

    def is_edited(self) -> bool:
        return self._stored is not None and (
            bool(self._unreadable()) or self._said() != self._stored
        )

    def _said(self) -> VisitSettings:
        """As they would be saved now; an hour that cannot be read stays as it was."""
        assert self._stored is not None
        said: dict[str, Any] = {name: self.editors[name].value() for name in NUMBERS}
        hours = {name: read_hour(self.editors[name].value()) for name in HOURS}
        said |= {name: hour for name, hour in hours.items() if hour is not None}
        said["needs"] = tuple(self.editors["needs"].values())
        said["home"] = self.editors["home"].value() or ""
        said["promises"] = self.editors["promises"].value()
        return replace(self._stored, **said)

    def _unreadable(self) -> dict[str, str]:
        return {name: HOUR for name in HOURS if read_hour(self.editors[name].value()) is None}

    def _changed(self) -> None:
        if self._loading:
            return
        self._show(problems(self._said()) | self._unreadable())
        self.edited.emit()

    def _show(self, found: Mapping[str, str]) -> None:
        show_problems(self.rows, found)

    def _save(self) -> None:
        found: Mapping[str, str] = self._unreadable()
        if not found:
            try:
                save_visit_rules(self._said())
            except Invalid as error:
                found = error.problems
        if found:
            self._show(found)
            go_to(next(row.field for row in self.rows.values() if row.is_wrong()))
            return
        self.load()
        self.desk.errands.said.emit("已保存。")


def _editors() -> dict[str, Any]:
    """In reading order."""
    made: dict[str, Any] = {"needs": TagBox(Need, hint="老弱病残孕")}
    for name, (unit, least, most) in NUMBERS.items():
        made[name] = Number(least, least=least, most=most, unit=unit)
    for name in HOURS:
        made[name] = Line(hint=HOUR)
    made["home"] = Pick(hint="选一个村社")
    made["promises"] = Text(lines=3)
    return made
