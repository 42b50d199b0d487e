"""What citizens said of the month (好差评) by level, and each bad word with what came of it."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

import peewee as pw
from peewee import fn

from app import typed
from app.cases.columns import MATTER
from app.cases.people import Names, names_in
from app.deadlines.clocks import rework_by
from app.deadlines.time_rules import get_rules
from app.month import leads
from app.month.bad_word import BadWord, Contested
from app.month.opinions import counts_at
from app.month.period import Period
from app.month.rounds import within
from app.persons import masks
from app.records.ratings import ASPECTS, BAD
from models import Case, CaseEvent, Closing, Rating, rows
from models.choices import Act, Stars

_LOOKED_BACK = timedelta(days=365)  # for bad words that were not put right yet


@dataclass(frozen=True)
class _Said:
    case_id: int
    round: int
    number: str
    matter: str
    lead: str | None
    rules: int
    at: datetime
    stars: Stars
    efficiency: bool
    skill: bool
    attitude: bool
    contested_at: datetime | None
    judged_at: datetime | None
    upheld: bool | None
    reopened_at: datetime | None
    reworked_at: datetime | None
    measures: str | None
    remedy: str | None
    stars_after: str | None


def count_levels(period: Period) -> tuple[tuple[str, int], ...]:
    """The best first; together they are the rated of the month."""
    said = Rating.select(Rating.stars, fn.COUNT(Rating.id)).where(
        within(Rating.at, period), counts_at(period)
    )
    found: Counter[Stars] = Counter(dict(said.group_by(Rating.stars).tuples()))
    return tuple((one.label, found[one]) for one in Stars)


def list_bad(period: Period) -> tuple[BadWord, ...]:
    """Those said in the month, and those of the year before that had to be put right in it or were
    not yet when it began; the oldest first."""
    rules_of = cache(get_rules)
    said = ((one, rework_by(rules_of(one.rules), one.at)) for one in _said(period))
    listed = [
        (one, by)
        for one, by in said
        if one.at >= period.start or by >= period.first or _waited(one, period)
    ]
    people = names_in(one.case_id for one, _ in listed)
    return tuple(_word(one, by, period, people[one.case_id]) for one, by in listed)


def _waited(one: _Said, period: Period) -> bool:
    upheld = one.upheld and one.judged_at is not None and one.judged_at < period.start
    done = one.reworked_at is not None and one.reworked_at < period.start
    return not (upheld or done)


def _said(period: Period) -> list[_Said]:
    before, after, later = Closing.alias(), Closing.alias(), Rating.alias()
    stands = Rating.superseded_at.is_null() | (Rating.superseded_at >= period.until)
    of_next = (later.case == Rating.case) & (later.round == Rating.round + 1)
    last = later.select(later.stars).where(of_next, later.at < period.until)
    heard = last.order_by(later.at.desc(), later.id.desc()).limit(1)
    query = (
        Rating.select(
            Case.id.alias("case_id"),
            Rating.round,
            Case.number,
            MATTER.alias("matter"),
            leads.LEAD.alias("lead"),
            Case.rules.alias("rules"),
            *(getattr(Rating, name) for name in ("at", "stars", *ASPECTS)),
            Rating.contested_at,
            Rating.judged_at,
            Rating.upheld,
            before.reopened_at,
            after.at.alias("reworked_at"),
            _measures(period).alias("measures"),
            after.result.alias("remedy"),
            heard.alias("stars_after"),
        )
        .join(before, pw.JOIN.LEFT_OUTER, on=_of_round(before, 0))
        .switch(Rating)
        .join(after, pw.JOIN.LEFT_OUTER, on=_of_round(after, 1))
        .switch(Rating)
        .join(Case)
    )
    since = period.start - _LOOKED_BACK
    return rows(
        leads.led(query)
        .where(Rating.at >= since, Rating.at < period.until, Rating.stars.in_(BAD), stands)
        .order_by(Rating.at, Rating.id),
        _Said,
    )


def _measures(period: Period) -> Any:
    """What the centre wrote down when it took the case up again for that word."""
    written = CaseEvent.select(CaseEvent.note).where(
        CaseEvent.case == Rating.case,
        CaseEvent.act == Act.REWORK,
        CaseEvent.at >= Rating.at,
        CaseEvent.at < period.until,
    )
    return written.order_by(CaseEvent.at, CaseEvent.id).limit(1)


def _of_round(closing: Any, later: int) -> Any:
    return (closing.case == Rating.case) & (closing.round == Rating.round + later)


def _word(one: _Said, by: date, period: Period, people: Names) -> BadWord:
    def then(moment: datetime | None) -> date | None:
        return moment.date() if moment and moment < period.until else None

    contested = _contested(one, period)
    reworked = then(one.reworked_at)
    return BadWord(
        number=typed.line(one.number),
        matter=masks.words(typed.line(one.matter), people),
        lead=leads.lead(one.lead),
        level=one.stars.label,
        aspects="、".join(label for name, label in ASPECTS.items() if getattr(one, name)),
        said_on=one.at.date(),
        contested=contested,
        judged_on=then(one.judged_at),
        rework_by=by,
        reopened_on=then(one.reopened_at),
        reworked_on=reworked,
        in_time=_in_time(by, reworked, period) if contested is not Contested.UPHELD else None,
        measures=masks.words(typed.paragraphs(one.measures or ""), people),
        remedy=masks.words(typed.paragraphs(one.remedy or ""), people) if reworked else "",
        level_after=Stars.of(one.stars_after).label if one.stars_after else "",
    )


def _contested(one: _Said, period: Period) -> Contested:
    if one.contested_at is None or one.contested_at >= period.until:
        return Contested.NO
    if one.judged_at is None or one.judged_at >= period.until:
        return Contested.WAITS
    return Contested.UPHELD if one.upheld else Contested.DISMISSED


def _in_time(by: date, reworked: date | None, period: Period) -> bool | None:
    if reworked:
        return reworked <= by
    return False if by < period.today else None
