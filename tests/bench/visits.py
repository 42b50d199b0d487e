"""Home visits: the check for clashes, a suggestion, the week, the order of a day."""

import atexit
import random
import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import mkdtemp
from time import perf_counter
from typing import Any

from app.deadlines.calendar import forget, work_calendar
from app.startup import start
from app.visits.board import week_board
from app.visits.planning import PlanDraft, look
from app.visits.route import Stop, best_order
from app.visits.suggesting import suggest
from app.visits.ways import Ways
from models import Helper, Kit, Party, Staff, Village, Visit, VisitHelper, VisitKit, database, quick
from models.choices import HalfDay, VisitOutcome, VisitStatus
from models.store import open_store
from tests.bench import invented
from tests.bench.week_board import week_drawn

TODAY = date(2026, 11, 22)
MONDAY = date(2026, 11, 23)
SMALL, LARGE, ROUNDS = 500, 50_000, 40
TEAMS, PEOPLE, WAITING, VILLAGES, PER_TRIP = 4, 500, 30, 12, 5
_HALVES = (time(8, 50), time(13, 50))


def measure() -> dict[str, float]:
    """Medians in ms; of the clash check also how much longer it takes in the large store."""
    stores = {size: _filled(size) for size in (SMALL, LARGE)}
    checks: dict[int, list[float]] = {SMALL: [], LARGE: []}
    for _ in range(4):  # by turns
        for size, path in stores.items():
            checks[size] += _in(path, _checked)
    told = {f"clash check, {size} visits, ms": median(took) for size, took in checks.items()}
    small, large = told.values()
    told["clash check, large / small"] = large / small
    told[f"suggestion, {LARGE} visits, ms"] = median(_in(stores[LARGE], _suggested))
    told["week of 200 cards read, ms"] = median(_in(stores[LARGE], _week))
    told |= _drawn(stores[LARGE])
    told["day of 9 stops ordered, ms"] = median(_ordered())
    return {name: round(value, 2) for name, value in told.items()}


def _in(path: Path, work: Callable[[], list[float]]) -> list[float]:
    open_store(path)
    forget()
    work()[:0]  # to warm it
    took = work()
    database.close()
    return took


def _drawn(path: Path) -> dict[str, float]:
    open_store(path)
    forget()
    told = week_drawn(MONDAY, TODAY)
    database.close()
    return told


def _checked() -> list[float]:
    """Whether a plan fits into a busy half day."""
    rng = random.Random(3)
    waiting = [one.id for one in Visit.select().where(Visit.status == VisitStatus.REQUESTED)]
    plans = [
        PlanDraft(
            day=MONDAY + timedelta(days=rng.randrange(5)),
            starts=time(rng.randrange(9, 11), rng.randrange(0, 60, 5)),
            helpers=tuple(rng.sample(range(1, 2 * TEAMS + 1), 2)),
            kits=(rng.randrange(1, TEAMS + 1),),
        )
        for _ in range(ROUNDS)
    ]
    return [_ms(lambda plan=plan: look(rng.choice(waiting), plan, TODAY)) for plan in plans]


def _suggested() -> list[float]:
    now = datetime.combine(TODAY, time(9))
    waiting = [one.id for one in Visit.select().where(Visit.status == VisitStatus.REQUESTED)]
    return [_ms(lambda one=one: suggest(one, now)) for one in waiting]


def _week() -> list[float]:
    assert len(week_board(MONDAY).cards) == 2 * 5 * TEAMS * PER_TRIP
    return [_ms(lambda: week_board(MONDAY)) for _ in range(5)]


def _ordered() -> list[float]:
    rng = random.Random(4)
    known = {(a, b): rng.randrange(5, 45) for b in range(VILLAGES) for a in range(b)}
    ways, leaves = Ways(known, 5, 20, 0, {}), datetime.combine(MONDAY, time(8, 30))
    took = []
    for _ in range(9):
        late = [leaves + timedelta(hours=rng.choice((3, 6, 9))) for _ in range(9)]
        stops = [Stop(n, rng.randrange(VILLAGES), 20, leaves, end) for n, end in enumerate(late)]
        took.append(_ms(lambda stops=stops: best_order(stops, leaves, ways)))
    return took


@cache
def _filled(visits: int) -> Path:
    """So many visits, as many a day in every store; a large one goes further back."""
    folder = Path(mkdtemp(prefix="bandecheng-visits-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    start(folder)
    with database.atomic("IMMEDIATE"):
        _people()
        made = list(islice(_visits(), visits))
        quick.add_all(Visit, (row for row, _, _ in made))
        quick.add_all(VisitHelper, (one for _, crew, _ in made for one in crew))
        quick.add_all(VisitKit, (kit for _, _, kit in made))
        quick.add_all(Visit, _waiting(visits))
    path = Path(database.database)
    database.close()
    return path


def _people() -> None:
    rng = random.Random(1)
    quick.add_all(Staff, [{"name": "王芳", "work_number": "01"}])
    quick.add_all(Village, ({"name": f"村{n}"} for n in range(VILLAGES)))
    helpers = ({"name": f"员{n}", "unit": "中心", "team": f"{n // 2}组"} for n in range(2 * TEAMS))
    quick.add_all(Helper, helpers)
    quick.add_all(Kit, ({"name": f"{n} 号采集箱"} for n in range(TEAMS)))
    names = (invented.name(rng)[0] for _ in range(PEOPLE))
    quick.add_all(Party, ({"name": one, "needs": "disabled"} for one in names))


def _visits() -> Iterator[tuple[dict[str, Any], list[dict[str, int]], dict[str, int]]]:
    """Two weeks to come, and then back day by day; every crew has its half days half full."""
    rng, number = random.Random(2), 0
    for day in _days():
        for half in _HALVES:
            for team in range(TEAMS):
                for place in range(PER_TRIP):
                    number += 1
                    start = datetime.combine(day, half) + timedelta(minutes=20 * place)
                    crew = [
                        {"visit": number, "helper": 2 * team + 1 + n, "place": n} for n in (0, 1)
                    ]
                    yield _row(rng, number, start), crew, {"visit": number, "kit": team + 1}


def _days() -> Iterator[date]:
    calendar, day = work_calendar(), MONDAY + timedelta(days=11)
    while True:
        if calendar.is_working(day):
            yield day
        day -= timedelta(days=1)


def _row(rng: random.Random, number: int, start: datetime) -> dict[str, Any]:
    row = _asked(rng, number, start - timedelta(days=5))
    row |= {"starts_at": start, "ends_at": start + timedelta(minutes=15)}
    if start.date() > TODAY:
        return row | {"status": VisitStatus.PLANNED}
    over = {"outcome": VisitOutcome.DONE, "outcome_at": start, "outcome_by": "王芳"}
    return row | over | {"status": VisitStatus.DONE}


def _asked(rng: random.Random, number: int, at: datetime) -> dict[str, Any]:
    return {
        "id": number,
        "number": f"SM{number:06}",
        "served": rng.randrange(1, PEOPLE + 1),
        "village": rng.randrange(1, VILLAGES + 1),
        "matter_text": "居民身份证换领",
        "minutes": 15,
        "asked_at": at,
        "asked_by": 1,
    }


def _waiting(visits: int) -> Iterator[dict[str, Any]]:
    rng, now = random.Random(6), datetime.combine(TODAY, time(9))
    for n in range(1, WAITING + 1):
        half = {"half": rng.choice([None, *HalfDay]), "checklist": "portrait"}
        yield _asked(rng, visits + n, now) | half


def _ms(work: Callable[[], object]) -> float:
    begun = perf_counter()
    work()
    return (perf_counter() - begun) * 1000
