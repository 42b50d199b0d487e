"""What was settled about a case beside its history: meetings, surveys, conflicts, what is held."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from app.records import households
from app.records.coordination import DecisionRow, list_decisions
from app.records.custody import what_is_held
from models import Conflict, Custody, Exemption, Meeting, Route, SharedDuty, Survey, labels
from models.base import Record
from models.choices import HouseholdState

MOST_HOUSES = 20
Fact = tuple[str, str]  # a caption, and what is said under it


@dataclass(frozen=True)
class CaseRecord:
    """One of them, in words; with `whole`, how much of it is done."""

    title: str
    facts: tuple[Fact, ...]
    done: int = 0
    whole: int = 0
    unit: str = ""


def list_records(case_id: int, today: date) -> list[CaseRecord]:
    """Only what there is, the newest of each kind first."""
    return [one for found in _KINDS for one in found(case_id, today)]


def _meetings(case_id: int, today: date) -> Iterator[CaseRecord]:
    decided = list_decisions(case_id, today)
    for one in _newest(Meeting, case_id):
        absent = "、".join(one.absent.split("\n"))
        deemed = f"（{one.deemed_by}，视为同意）" if absent and one.deemed_by else ""
        said = (
            ("地点", f"{one.place}，{one.chair}主持"),
            ("参加", "、".join(one.present.split("\n"))),
            ("缺席", f"{absent}{deemed}"),
            *(("议定", _decision(each)) for each in decided if each.meeting_id == one.id),
        )
        yield CaseRecord(f"协调会 {one.held_at:%m-%d %H:%M}", there(said))


def _decision(one: DecisionRow) -> str:
    state = f"，{one.done_at:%m-%d}办完：{one.outcome}" if one.done_at else ""
    late = "，已超期" if one.late else ""
    return f"{one.what}——{one.owner}，{one.due_on:%m-%d}前{state}{late}"


def _surveys(case_id: int, _: date) -> Iterator[CaseRecord]:
    for one in _newest(Survey, case_id):
        names = ("place", "findings", "opinion")
        yield CaseRecord(f"现场踏勘 {one.surveyed_at:%m-%d %H:%M}", _fields(one, *names))


def _conflicts(case_id: int, _: date) -> Iterator[CaseRecord]:
    for one in _newest(Conflict, case_id):
        ended = f"{one.outcome.label}：{one.resolution}" if one.outcome else "还没有解决"
        said = (
            (one.unit_a, f"先要{one.wants_a}，才给{one.gives_a}（{one.basis_a}）"),
            (one.unit_b, f"先要{one.wants_b}，才给{one.gives_b}（{one.basis_b}）"),
            ("结果", ended),
        )
        yield CaseRecord(f"政策冲突 {one.at:%m-%d}", said)


def _routes(case_id: int, _: date) -> Iterator[CaseRecord]:
    for one in _newest(Route, case_id):
        yield CaseRecord(f"另寻出路 {one.at:%m-%d}", _fields(one, "tried", "blocked_by", "worked"))


def _exemptions(case_id: int, _: date) -> Iterator[CaseRecord]:
    for one in _newest(Exemption, case_id):
        duties = one.duties.order_by(SharedDuty.id)
        shared = "\n".join(f"{each.unit}：{each.duty}" for each in duties)
        said = (*_fields(one, "decision", "decided_by", "basis"), ("分担", shared))
        yield CaseRecord(f"容错免责 {one.at:%m-%d}", there(said))


def _custodies(case_id: int, _: date) -> Iterator[CaseRecord]:
    for one in _newest(Custody, case_id):
        back = f"{one.returned_at:%m-%d} 退给{one.returned_to}" if one.returned_at else "还在代管"
        said = (
            ("代管", what_is_held(one)),
            ("签名", f"{one.keeper}、{one.witness}"),
            ("退还", f"{back}（{one.return_when}）" if not one.returned_at else back),
        )
        yield CaseRecord(f"代管款物 {one.held_at:%m-%d}", said)


def _households(case_id: int, _: date) -> Iterator[CaseRecord]:
    found = households.list_households(case_id)
    if found:
        left = [one.house for one in found if one.state is not HouseholdState.DONE]
        more = f"等 {len(left)} 户" if len(left) > MOST_HOUSES else ""
        said = (("还差", "、".join(left[:MOST_HOUSES]) + more),)
        done, whole = households.progress(case_id)
        yield CaseRecord("群体户", there(said), done, whole, "户")


_KINDS: tuple[Callable[[int, date], Iterator[CaseRecord]], ...] = (
    _households,
    _meetings,
    _conflicts,
    _surveys,
    _routes,
    _exemptions,
    _custodies,
)


def _newest(table: type[Record], case_id: int) -> list[Record]:
    return list(table.select().where(table.case == case_id).order_by(table.id.desc()))


def _fields(row: Record, *names: str) -> tuple[Fact, ...]:
    captions = labels(type(row))
    return there(tuple((captions[name], str(getattr(row, name))) for name in names))


def there(said: tuple[Fact, ...]) -> tuple[Fact, ...]:
    return tuple((caption, text) for caption, text in said if text)
