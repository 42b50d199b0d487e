"""What the lists of home visits say: of a crew's day, and of a round of many people."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import groupby

from app.directory import Who
from app.errors import AppError
from app.papers.on_paper import centre_on_paper
from app.sheets.visits import DayListSheet, Rounded, RoundSheet, Stop
from app.visits.board import day_board
from app.visits.cards import Card
from app.visits.detail import Planned, VisitDetail, get_visit
from app.visits.in_words import named, place, reached, way

_NO_TEAM = "未分组"


def day_lists(day: date, who: Who, now: datetime) -> list[DayListSheet]:
    """One of each crew, in the order of its stops."""
    cards = day_board(day).cards
    if not cards:
        raise AppError(f"{day.month}月{day.day}日没有安排上门，不用打印行程单。")
    crews = groupby(cards, key=lambda one: one.team)
    return [_day_list(team, day, [*stops], who, now) for team, stops in crews]


def round_list(visits: Iterable[int], who: Who, now: datetime) -> RoundSheet:
    """Those of the visits that are planned, by their hour."""
    found = [get_visit(one, now.date()) for one in visits]
    planned = sorted(
        ((one, one.plan) for one in found if one.plan), key=lambda pair: pair[1].starts_at
    )
    if not planned:
        raise AppError("这些上门都还没有安排时间，请先安排，再打印安排表。")
    first, last = (planned[at][1].starts_at.date() for at in (0, -1))
    villages: Counter[str] = Counter()
    for one, _ in planned:
        villages[one.draft.village or one.draft.address] += one.draft.people
    return RoundSheet(
        centre=centre_on_paper(),
        number=f"SM{first:%Y%m%d}-{last:%Y%m%d}",
        issued_at=now,
        handled_by=who.name,
        first=first,
        last=last,
        people=villages.total(),
        villages=tuple(villages.items()),
        visits=tuple(_rounded(one, plan) for one, plan in planned),
    )


def _day_list(team: str, day: date, cards: Sequence[Card], who: Who, now: datetime) -> DayListSheet:
    crew = dict.fromkeys(helper for one in cards for helper in one.crew)
    kits = dict.fromkeys(kit.name for one in cards for kit in one.kits)
    return DayListSheet(
        centre=centre_on_paper(),
        number=f"SM{day:%Y%m%d}-{team or _NO_TEAM}",
        issued_at=now,
        handled_by=who.name,
        team=team or _NO_TEAM,
        on=day,
        crew=tuple(reached(one) for one in crew),
        kits=tuple(kits),
        people=sum(one.people for one in cards),
        way_minutes=sum(one.way_minutes for one in cards),
        stops=tuple(_stop(one) for one in cards),
    )


def _stop(card: Card) -> Stop:
    on = card.starts_at.date()
    draft = get_visit(card.id, on).draft
    many = f"{card.people}人" if card.people > 1 else ""
    return Stop(
        number=card.number,
        starts_at=card.starts_at,
        ends_at=card.ends_at,
        half=card.half,
        exact=card.exact,
        way=way(card.way_from, card.way_minutes),
        person=named(draft.served, on),
        phone=draft.phone,
        place="\n".join(filter(None, (place(draft), draft.directions))),
        matter=card.matter,
        notes="，".join(filter(None, ("急" * card.urgent, many, draft.care))),
    )


def _rounded(visit: VisitDetail, plan: Planned) -> Rounded:
    on = plan.starts_at.date()
    return Rounded(
        number=visit.number,
        on=on,
        half=plan.half,
        person=named(visit.draft.served, on),
        phone=visit.draft.phone,
        place=place(visit.draft),
        matter=visit.draft.matter,
    )
