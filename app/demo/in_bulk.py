"""The demonstration written straight into the tables: the rows the desk would have made, at once.

Invented texts are clean already. A test holds the two ways against each other, row by row.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import peewee as pw

from app import due_dates, numbers, parties
from app.case_draft import CaseDraft
from app.cases import material_rows, opening_note, told, unit_rows
from app.centre import get_centre
from app.demo import shares_in_bulk
from app.demo.ends_in_bulk import EndsInBulk, Row
from app.demo.story import Step, Story
from app.directory import Who
from app.moves import MOVES, giving
from app.papers import SERIES
from app.parties import PartyDraft
from app.receptions import ReceptionDraft
from app.search import reindex_all
from app.time_rules import get_rules
from models import (
    Case,
    CaseEvent,
    CaseUnit,
    Closing,
    Contact,
    Material,
    Matter,
    Paper,
    Party,
    Rating,
    Reception,
    Refusal,
    Unit,
    Village,
    quick,
)
from models import Counter as Counters
from models.choices import DROPPED, Act, PaperKind, Status

_AT_ONCE = 2_000  # cases
_TABLES = (
    Party,
    Case,
    CaseUnit,
    Material,
    CaseEvent,
    Refusal,
    Closing,
    Contact,
    Rating,
    Paper,
    Reception,
    Counters,
)
_RESULT = {(move.start, move.act): move for move in MOVES}


class InBulk:
    """Inside one `saving`. What is kept until it is written is bounded."""

    def __init__(self, staff: Sequence[Who]) -> None:
        self._staff = staff
        self._centre = get_centre()
        self._rules = get_rules()
        self._rows: dict[Any, list[dict[str, Any]]] = {table: [] for table in _TABLES}
        # The last id given, by table.
        self._last = Counter({table: _last_of(table) for table in _TABLES})
        self._serials: Counter[str] = Counter()
        self._parties: dict[PartyDraft, int] = {}
        self._villages, self._units = _ids(Village), _ids(Unit)
        self._matters = _ids(Matter)
        self._due = cache(due_dates.reckoned)
        self._ends = EndsInBulk(self._rules)

    def case(self, story: Story) -> None:
        draft, who = story.draft, self._staff[story.staff]
        case_id = self._last[Case] + 1
        if story.reception:
            self.reception(story.staff, story.reception)
            self._rows[Reception][-1]["case"] = case_id
        row = self._case(draft) | {
            "check_code": story.code,
            "staff": who.id,
            "handler": who.id,
            "rules": self._rules.id,
        }
        self._event(case_id, story.opened_at, who, Act.REGISTER, opening_note(draft, row["due_on"]))
        if story.printed_at:
            self._paper(case_id, PaperKind.RECEIPT, story.printed_at, who)
        units = unit_rows(case_id, draft, self._units.get)
        for step in story.steps:
            whose = self._staff[(story.staff + step.aside) % len(self._staff)]
            self._act(case_id, row, units, _in_words(step, draft), whose)
        self._add(Case, row)
        for one in units:
            self._add(CaseUnit, one)
        for one in material_rows(case_id, draft):
            self._add(Material, one)
        if case_id % _AT_ONCE == 0:
            self._write()

    def reception(self, staff: int, draft: ReceptionDraft) -> None:
        row = {
            "at": draft.at,
            "staff": self._staff[staff].id,
            "channel": draft.channel,
            "name": draft.name,
            "phone": draft.phone,
            "asked": draft.asked,
            "answered": draft.answered,
            "ending": draft.ending,
        }
        self._add(Reception, row)

    def write(self) -> None:
        """Write what is left, so that another can go on."""
        for series, last in self._serials.items():
            self._add(Counters, {"series": series, "last": last})
        self._serials.clear()
        self._write()

    def done(self, tick: Callable[[int, int], None]) -> None:
        """Write what is left, and the index of it all."""
        self.write()
        reindex_all(tick)

    def _case(self, draft: CaseDraft) -> dict[str, Any]:
        on = draft.received_at.date()
        number = numbers.render(
            self._centre.number_template, on, self._take(f"case {on:%Y%m%d}"), self._centre.place
        )
        people = {role: self._party(one) if one else None for role, one in draft.parties().items()}
        matter = self._matters.get(draft.matter)
        reckoned = self._due(on, self._rules.days_for(draft.grade, draft.nature))
        return {"number": number, **people, **told(draft, matter), **reckoned}

    def _party(self, draft: PartyDraft) -> int:
        if draft not in self._parties:
            row = parties.told(draft, self._villages.get(draft.village))
            self._parties[draft] = self._add(Party, row)
        return self._parties[draft]

    def _paper(self, case_id: int, kind: PaperKind, at: Any, who: Who, about: int = 0) -> None:
        series = f"{SERIES[kind]}{at:%Y%m%d}"
        number = f"{series}-{self._take(series):03}"
        row = {"case": case_id, "kind": kind, "about": about, "number": number, "issued_at": at}
        self._add(Paper, row | {"issued_by": who.name})
        self._event(case_id, at, who, Act.ISSUE, f"{kind.label} {number}")

    def _act(self, case_id: int, row: Row, units: list[Row], step: Step, who: Who) -> None:
        if step.act in shares_in_bulk.ACTS:
            note = shares_in_bulk.change(units, step)
            self._event(case_id, step.at, who, step.act, note)
            return
        if step.act is Act.ASSIGN:
            row["first_unit"] = shares_in_bulk.give(units, self._rules, row["due_on"], step.at)
        self._step(case_id, row, step, who)

    def _step(self, case_id: int, row: Row, step: Step, who: Who) -> None:
        if step.act is Act.ISSUE:
            self._paper(case_id, step.given["kind"], step.at, who, self._last[Refusal])
            return
        move = _RESULT[row.get("status", Status.REGISTERED), step.act]
        left = self._ends.of(case_id, row, step, who)
        row |= {**left.columns, "status": move.to}
        if move.to in DROPPED:
            row["dropped_at"] = step.at
        for table, made in left.rows:
            self._add(table, made)
        if left.answer:
            self._rows[Refusal][-1] |= left.answer
        for act, note in left.lines:
            self._event(case_id, step.at, who, act, note)

    def _event(self, case_id: int, at: Any, who: Who, act: Act, note: str) -> None:
        self._add(CaseEvent, {"case": case_id, "at": at, "by": who.name, "act": act, "note": note})

    def _take(self, series: str) -> int:
        self._serials[series] += 1
        return self._serials[series]

    def _add(self, table: Any, row: dict[str, Any]) -> int:
        self._last[table] += 1
        self._rows[table].append({"id": self._last[table], **row})
        return self._last[table]

    def _write(self) -> None:
        for table, made in self._rows.items():
            quick.add_all(table, made)
            made.clear()


def _in_words(step: Step, draft: CaseDraft) -> Step:
    """With the note that the act makes of what is said with it."""
    if step.act is not Act.ASSIGN:
        return step
    note = giving.in_words(giving.as_registered(draft), step.given["note"])
    return replace(step, given={"note": note})


def _last_of(table: Any) -> int:
    return int(table.select(pw.fn.MAX(table._meta.primary_key)).scalar() or 0)


def _ids(table: Any) -> Mapping[str, int]:
    return dict(table.select(table.name, table.id).tuples())
