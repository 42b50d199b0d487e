"""What each act of a demonstrated case leaves in the tables, as the moves would write it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cache
from typing import Any

from app.deadlines import clocks
from app.deadlines.time_rules import TimeRulesRecord
from app.demo.story import Step
from app.directory import Who
from app.moves import closing, rating, refusing, sorting
from app.records import remedies
from models import Closing, Contact, Rating, Refusal
from models.choices import Act, ContactKind, ContactWay, Ending, RefusalKind

Row = dict[str, Any]
CANNOT = RefusalKind.CANNOT  # of the demonstration every “no” is a department's


@dataclass
class Left:
    """Columns of the case, rows of other tables, and lines of the history."""

    columns: Row = field(default_factory=dict)
    rows: list[tuple[Any, Row]] = field(default_factory=list)
    lines: list[tuple[Act, str]] = field(default_factory=list)
    answer: Row = field(default_factory=dict)  # to what was asked for before


class EndsInBulk:
    """Acts of one case after another; what a “no” rests on is remembered until it is answered."""

    def __init__(self, rules: TimeRulesRecord) -> None:
        self._asked: Mapping[str, Any] = {}
        self._inform_by = cache(lambda day: clocks.inform_by(rules, _noon(day)))
        self._follow_up_by = cache(lambda day: clocks.follow_up_by(rules, _noon(day)))
        self._remedies = {one.id: one for one in remedies.list_remedies()}
        self._acts: Mapping[Act, Callable[[int, Row, Step, Who], Left]] = {
            Act.SORT: self._sort,
            Act.SPOT: self._spot,
            Act.CONCLUDE: self._conclude,
            Act.INFORM: self._inform,
            Act.FOLLOW_UP: self._follow_up,
            Act.RATE: self._rate,
            Act.ASK_NO: self._ask_no,
            Act.GRANT_NO: self._grant_no,
            Act.ARCHIVE: lambda _case, _row, step, _who: Left(
                {"archived_at": step.at}, lines=[(Act.ARCHIVE, "")]
            ),
        }

    def of(self, case_id: int, row: Row, step: Step, who: Who) -> Left:
        """`row` is the case as it is so far."""
        if step.act in self._acts:
            return self._acts[step.act](case_id, row, step, who)
        return Left(lines=[(step.act, step.given.get("note", ""))])

    def _sort(self, _case: int, row: Row, step: Step, _who: Who) -> Left:
        words = sorting.in_words(row["nature"], row["cause"], row["grade"])
        return Left({"sorted_at": step.at}, lines=[(Act.SORT, f"{words}。")])

    def _conclude(self, case_id: int, row: Row, step: Step, who: Who) -> Left:
        given = step.given
        ending, to, result = given["ending"], given["redirected_to"], given["note"]
        kept = {"ending": ending, "result": result, "trips_after": given["trips_after"]}
        left = self._closed(case_id, row, step.at, who, kept, to)
        left.lines.append((Act.CONCLUDE, closing.in_words(ending, to, result)))
        return left

    def _spot(self, case_id: int, row: Row, step: Step, who: Who) -> Left:
        left = self._conclude(case_id, row, step, who)
        told = self._told(case_id, step, step.given["told"], who)
        left.lines.insert(0, (Act.SPOT, closing.ON_THE_SPOT))
        return Left(
            left.columns | told.columns, [*told.rows, *left.rows], [*left.lines, *told.lines]
        )

    def _inform(self, case_id: int, _row: Row, step: Step, who: Who) -> Left:
        return self._told(case_id, step, step.given["note"], who)

    def _told(self, case_id: int, step: Step, words: str, who: Who) -> Left:
        left = self._contact(case_id, ContactKind.INFORM, step, words, who)
        by = self._follow_up_by(step.at.date())
        left.columns = {"informed_at": step.at, "follow_up_by": by}
        return left

    def _follow_up(self, case_id: int, _row: Row, step: Step, who: Who) -> Left:
        left = self._contact(case_id, ContactKind.FOLLOW_UP, step, step.given["note"], who)
        left.columns = {"followed_up_at": step.at}
        return left

    def _rate(self, case_id: int, _row: Row, step: Step, who: Who) -> Left:
        row = {"case": case_id, "round": 1, "at": step.at, "by": who.name}
        rows = [(Rating, row | rating.told(step.given))]
        return Left({}, rows, [(Act.RATE, rating.in_words(step.given))])

    def _ask_no(self, case_id: int, _row: Row, step: Step, who: Who) -> Left:
        given = self._asked = step.given
        names = ("reason", "document", "article", "department", "made_on", "remedy")
        said = {name: given[name] for name in names}
        said |= {name: "\n".join(given[name]) for name in ("tried", "other_ways")}
        text = self._remedies[given["remedy"]].filled()
        asked = {
            "case": case_id,
            "round": 1,
            "kind": CANNOT,
            "asked_at": step.at,
            "asked_by": who.id,
        }
        rows = [(Refusal, said | asked | {"remedy_text": text})]
        return Left({}, rows, [(Act.ASK_NO, refusing.asked_in_words(CANNOT, given))])

    def _grant_no(self, case_id: int, row: Row, step: Step, who: Who) -> Left:
        given = self._asked
        result = refusing.result_in_words(given["department"], given["reason"], given["other_ways"])
        kept = {"ending": Ending.CANNOT, "result": result}
        left = self._closed(case_id, row, step.at, who, kept, "")
        left.answer = {"decided_at": step.at, "decided_by": who.name, "granted": True}
        left.lines.append((Act.GRANT_NO, refusing.granted_in_words(CANNOT, who.name, "")))
        return left

    def _closed(self, case_id: int, row: Row, at: datetime, who: Who, kept: Row, to: str) -> Left:
        closed = {"case": case_id, "round": 1, "at": at, "by": who.name, "redirected_to": to}
        columns = kept | {"concluded_at": at, "inform_by": self._inform_by(at.date())}
        return Left(columns, [(Closing, closed | kept | {"due_on": row["due_on"]})])

    def _contact(self, case_id: int, kind: ContactKind, step: Step, words: str, who: Who) -> Left:
        way: ContactWay = step.given["way"]
        row = {"case": case_id, "round": 1, "kind": kind, "at": step.at, "by": who.name}
        rows = [(Contact, row | {"way": way, "words": words})]
        return Left({}, rows, [(Act.of(kind.value), f"{way.label}：{words}")])


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12))
