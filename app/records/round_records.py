"""How each round of a case ended: its conclusion, what was said with the citizen, what they think
of it, and every “no” that was asked for."""

from collections.abc import Iterator

from app.cases.settled import CaseRecord, Fact, there
from app.records.closings import Concluded, list_closings
from app.records.contacts import Spoken, list_contacts
from app.records.ratings import Rated, list_ratings
from app.records.refusals import RefusalRecord, list_refusals
from models.choices import ContactKind

_MET = {ContactKind.INFORM: "反馈", ContactKind.FOLLOW_UP: "回访"}


def list_rounds(case_id: int) -> list[CaseRecord]:
    """The newest first; only what there is."""
    closings = list_closings(case_id)
    refused = [_no(one) for one in list_refusals(case_id)]
    return [*(_round(one, case_id, len(closings)) for one in closings), *refused]


def _round(one: Concluded, case_id: int, rounds: int) -> CaseRecord:
    number = f"第 {one.round} 轮" if rounds > 1 else ""
    trips = "" if one.trips_after is None else f"受理后又跑了 {one.trips_after} 次"
    ended = f"{one.ending.label}（{one.redirected_to}）" if one.redirected_to else one.ending.label
    facts = (
        ("结局", ended),
        ("结果", one.result),
        ("跑动", trips),
        *_said(one.round, case_id),
        *_thought(one.round, case_id),
    )
    return CaseRecord(f"{number}办结 {one.at:%m-%d %H:%M}", there(facts))


def _said(number: int, case_id: int) -> Iterator[Fact]:
    for one in reversed([each for each in list_contacts(case_id) if each.round == number]):
        yield _MET[one.kind], _in_words(one)


def _in_words(one: Spoken) -> str:
    missed = "" if one.reached else "没联系上。"
    return f"{one.at:%m-%d} {one.way.label}，{one.by}：{missed}{one.words}"


def _thought(number: int, case_id: int) -> Iterator[Fact]:
    for one in list_ratings(case_id):
        if one.round == number:
            yield "评价", _rated(one)


def _rated(one: Rated) -> str:
    parts = (
        one.stars.label,
        "、".join(one.aspects),
        one.words,
        "后来另有评价" if one.superseded_at else "",
        f"申诉：{one.contest}" if one.contest else "",
        f"结论：{one.judgement}" if one.judged_at else "",
    )
    return "；".join(part for part in parts if part)


def _no(one: RefusalRecord) -> CaseRecord:
    answers = {None: "等批准", True: f"{one.decided_by}同意", False: f"{one.decided_by}不同意"}
    facts = (
        ("答复", f"{one.kind.label}，{answers[one.granted]}"),
        ("意见", one.opinion),
        ("理由", one.reason),
        ("依据", one.basis),
        ("想过的办法", one.tried),
        ("别的出路", one.other_ways),
        ("决定部门", one.department),
        ("救济告知", one.remedy_text),
    )
    return CaseRecord(f"否定报备 {one.asked_at:%m-%d}", there(facts))
