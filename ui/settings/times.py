"""办理时限: how long each thing may take, and every version of it there ever was."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.deadlines.rule_changes import what_changed
from app.deadlines.time_rules import (
    BOUNDS,
    LABELS,
    RulesDraft,
    TimeRulesRecord,
    UnitDays,
    get_rules,
    list_versions,
    problems,
    save_rules,
)
from app.directory import list_units
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.days import say_moment
from ui.kit.desk import Desk
from ui.kit.entries import Entry, EntryList
from ui.kit.keys import EnterMovesOn
from ui.kit.rows import show_problems
from ui.kit.scroll import scrolling
from ui.kit.style import GAP, WIDE, Tone
from ui.settings.option import WIDEST, Option, save_button
from ui.settings.recalculation_sheet import offer_recalculation
from ui.settings.time_fields import GROUPS, UNIT, RuleCard, RuleRow


class TimesOption(Option):
    note = "每次保存是新的一版，旧版都留着；在办的件仍按原来的那一版，除非重算。"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._stored: RulesDraft | None = None
        self._loading = False
        self.rows: dict[str, RuleRow] = {}
        self.units: dict[int, RuleRow] = {}
        self.unit_card = RuleCard("单位另定", "单位收到交办后几个工作日内答复，最晚不过办件的期限")
        self.versions = EntryList([], pressable=False, inset=0, name="历次版本")
        self.save = save_button()
        self.again = Button("重算在办件", icon="history")
        self.acts = (self.again, self.save)
        self.body.addWidget(scrolling(self._sheet()), 1)
        self.first = self.rows["instant"].number
        self.save.clicked.connect(self._save)
        self.again.clicked.connect(self._reckon)

    def _sheet(self) -> QWidget:
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        sheet.setMaximumWidth(WIDEST)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(WIDE)
        for group in GROUPS:
            rows = {
                rule.name: RuleRow(rule, LABELS[rule.name], BOUNDS[rule.name])
                for rule in group.rules
            }
            card = RuleCard(group.title, group.note)
            card.show_rows(rows.values())
            self.rows |= rows
            column.addWidget(card)
        column.addWidget(self.unit_card)
        history = Card("历次版本")
        history.body.addWidget(self.versions)
        column.addWidget(history)
        column.addStretch(1)
        self._listen(self.rows.values())
        EnterMovesOn(sheet).ended.connect(self.save.setFocus)
        return sheet

    def _listen(self, rows: Iterable[RuleRow]) -> None:
        for row in rows:
            row.number.changed.connect(self._changed)

    def load(self) -> None:
        self._loading = True
        rules = get_rules()
        self._stored = rules.draft()
        self._offer_units()
        for name, row in self.rows.items():
            row.fill(getattr(rules, name))
        for unit_id, row in self.units.items():
            row.fill(rules.days_of_unit(unit_id))
        self.versions.set_entries(_told(list_versions()))
        self._loading = False
        self._changed()

    def _offer_units(self) -> None:
        """Those in use, and those that have days of their own all the same."""
        assert self._stored is not None
        known = {one.id: one.name for one in list_units()}
        known |= {one.unit_id: one.unit for one in self._stored.units}
        if list(known.items()) != [(unit, row.label.text()) for unit, row in self.units.items()]:
            self.units = {
                unit: RuleRow(UNIT, name, BOUNDS["general"]) for unit, name in known.items()
            }
            self.unit_card.show_rows(self.units.values())
            self._listen(self.units.values())

    def is_edited(self) -> bool:
        return self._stored is not None and self.draft() != self._stored

    def draft(self) -> RulesDraft:
        """The rules as they would be saved now."""
        said: dict[str, Any] = {name: row.said() for name, row in self.rows.items()}
        own = ((unit, row.label.text(), row.said()) for unit, row in self.units.items())
        units = tuple(UnitDays(unit, name, days) for unit, name, days in own if days is not None)
        return RulesDraft(**said, units=units)

    def _changed(self) -> None:
        if self._loading:
            return
        self._tell()
        self._show(problems(self.draft()))
        self.edited.emit()

    def _tell(self) -> None:
        today = self.desk.today()
        for row in (*self.rows.values(), *self.units.values()):
            row.tell(today)

    def _show(self, found: Mapping[str, str]) -> None:
        show_problems(self.rows, {name: found[name] for name in self.rows if name in found})

    def _save(self) -> None:
        number = save_rules(self.draft(), self.desk.who(), self.desk.now())
        self.load()
        self.desk.errands.said.emit(f"已保存，从现在起登记的按第 {number} 版办。")
        offer_recalculation(self.window(), self.desk, number)

    def _reckon(self) -> None:
        if not offer_recalculation(self.window(), self.desk, get_rules().id):
            self.desk.errands.said.emit("在办件的期限都和现行的规则、日历一致，不用重算。")


def _told(versions: Sequence[TimeRulesRecord]) -> list[Entry]:
    """The newest first, each with what it changed of the one before it."""
    told = []
    for number, one in enumerate(versions):
        changed = what_changed(versions[number + 1], one) if number + 1 < len(versions) else []
        told.append(
            Entry(
                f"第 {one.id} 版",
                "，".join(changed) or "最初的时限",
                f"{say_moment(one.made_at)} {one.made_by}",
                "" if number else "现行",
                Tone.GOOD,
            )
        )
    return told
