"""The demonstration written straight into the tables: the rows the desk would have made, at once.

Invented texts are clean already. A test holds the two ways against each other, row by row.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from app import numbers
from app.cases.drafting import CaseDraft
from app.cases.lists import material_rows, unit_rows
from app.cases.registry import opening_note, told
from app.centre import get_centre
from app.deadlines import due_dates
from app.deadlines.time_rules import get_rules
from app.demo import meetings_in_bulk, shares_in_bulk
from app.demo.ends_in_bulk import EndsInBulk, Row
from app.demo.rows_in_bulk import Rows
from app.demo.story import Step, Story
from app.directory import Who
from app.moves import MOVES, giving, meeting
from app.papers.issues import SERIES
from app.persons import parties
from app.persons.parties import PartyDraft
from app.progress import Tick
from app.receptions import ReceptionDraft
from app.search.finding import reindex_all
from models import (
    Case,
    CaseEvent,
    CaseUnit,
    Decision,
    Material,
    Matter,
    Meeting,
    Paper,
    Party,
    Reception,
    Refusal,
    Unit,
    Village,
)
from models.choices import DROPPED, Act, PaperKind, Status

_AT_ONCE = 2_000  # cases
_RESULT = {(move.start, move.act): move for move in MOVES}


class InBulk:
    """Inside one `saving`. What is kept until it is written is bounded."""

    def __init__(self, staff: Sequence[Who]) -> None:
        self._staff = staff
        self._centre = get_centre()
        self._rules = get_rules()
        self._rows = Rows()
        self._parties: dict[PartyDraft, int] = {}
        self._villages, self._units = _ids(Village), _ids(Unit)
        self._matters = _ids(Matter)
        self._due = cache(due_dates.reckoned)
        self._ends = EndsInBulk(self._rules)

    def case(self, story: Story) -> None:
        draft, who = story.draft, self._staff[story.staff]
        case_id = self._rows.last[Case] + 1
        if story.reception:
            self.reception(story.staff, story.reception)
            self._rows.newest(Reception)["case"] = case_id
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
        self._rows.add(Case, row)
        for one in units:
            self._rows.add(CaseUnit, one)
        for one in material_rows(case_id, draft):
            self._rows.add(Material, one)
        if case_id % _AT_ONCE == 0:
            self._rows.write()

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
        self._rows.add(Reception, row)

    def write(self) -> None:
        """Write what is left, so that another can go on."""
        self._rows.write_all()

    def done(self, tick: Tick) -> None:
        """Write what is left, and the index of it all."""
        self.write()
        reindex_all(tick)

    def _case(self, draft: CaseDraft) -> dict[str, Any]:
        on = draft.received_at.date()
        serial = self._rows.take(f"case {on:%Y%m%d}")
        number = numbers.render(self._centre.number_template, on, serial, self._centre.place)
        people = {role: self._party(one) if one else None for role, one in draft.parties().items()}
        matter = self._matters.get(draft.matter)
        reckoned = self._due(on, self._rules.days_for(draft.grade, draft.nature))
        return {"number": number, **people, **told(draft, matter), **reckoned}

    def _party(self, draft: PartyDraft) -> int:
        if draft not in self._parties:
            row = parties.told(draft, self._villages.get(draft.village))
            self._parties[draft] = self._rows.add(Party, row)
        return self._parties[draft]

    def _paper(self, case_id: int, kind: PaperKind, at: Any, who: Who, about: int = 0) -> None:
        series = f"{SERIES[kind]}{at:%Y%m%d}"
        number = f"{series}-{self._rows.take(series):03}"
        row = {"case": case_id, "kind": kind, "about": about, "number": number, "issued_at": at}
        self._rows.add(Paper, row | {"issued_by": who.name})
        self._event(case_id, at, who, Act.ISSUE, f"{kind.label} {number}")

    def _act(self, case_id: int, row: Row, units: list[Row], step: Step, who: Who) -> None:
        if step.act in shares_in_bulk.ACTS:
            note = shares_in_bulk.change(units, step)
            self._event(case_id, step.at, who, step.act, note)
            return
        if step.act in meetings_in_bulk.ACTS:
            self._event(case_id, step.at, who, step.act, self._met(case_id, step, who))
            return
        if step.act is Act.ASSIGN:
            row["first_unit"] = shares_in_bulk.give(units, self._rules, row["due_on"], step.at)
        self._step(case_id, row, step, who)

    def _met(self, case_id: int, step: Step, who: Who) -> str:
        if step.act is Act.MEET:
            meeting_id = self._rows.add(Meeting, meetings_in_bulk.held(case_id, step, who))
            for row in step.given["decisions"]:
                self._rows.add(Decision, {"meeting": meeting_id, **row})
            return meeting.in_words(step.given)
        return meetings_in_bulk.see_to(self._rows.newest(Decision), step)

    def _step(self, case_id: int, row: Row, step: Step, who: Who) -> None:
        if step.act is Act.ISSUE:
            self._paper(case_id, step.given["kind"], step.at, who, self._rows.last[Refusal])
            return
        move = _RESULT[row.get("status", Status.REGISTERED), step.act]
        left = self._ends.of(case_id, row, step, who)
        row |= {**left.columns, "status": move.to}
        if move.to in DROPPED:
            row["dropped_at"] = step.at
        for table, made in left.rows:
            self._rows.add(table, made)
        if left.answer:
            self._rows.newest(Refusal).update(left.answer)
        for act, note in left.lines:
            self._event(case_id, step.at, who, act, note)

    def _event(self, case_id: int, at: Any, who: Who, act: Act, note: str) -> None:
        line = {"case": case_id, "at": at, "by": who.name, "act": act, "note": note}
        self._rows.add(CaseEvent, line)


def _in_words(step: Step, draft: CaseDraft) -> Step:
    """With the note that the act makes of what is said with it."""
    if step.act is not Act.ASSIGN:
        return step
    note = giving.in_words(giving.as_registered(draft), step.given["note"])
    return replace(step, given={"note": note})


def _ids(table: Any) -> Mapping[str, int]:
    return dict(table.select(table.name, table.id).tuples())
