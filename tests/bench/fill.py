"""A store full of plausible invented cases, made fast: rows straight into the tables, one index.

The cases of the last two months are the same however many there are, so that what looks at a
month, or at what is open, finds the same in a small store and in a large one.
"""

import atexit
import random
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from peewee import fn

from app.search.finding import reindex_all
from models import (
    Case,
    CaseEvent,
    CaseUnit,
    Centre,
    Material,
    Matter,
    Party,
    Staff,
    Unit,
    Village,
    database,
)
from models.choices import Act, Cause, Ending, Nature, Status, UnitRole
from models.store import open_store
from tests.bench import invented
from tests.bench.invented import ANSWERS, PROBLEMS, RESULTS, UNITS, VILLAGES

STAFF = ("王芳", "李建国", "周敏")
TODAY = date(2026, 11, 22)
RECENT = 80  # cases of October and November, in every store
DAYS, RECENT_DAYS = 730, 52
MANY = 100


def fill(path: Path, cases: int) -> None:
    """Make a store of so many cases; it is open afterwards. 100,000 take less than 40 s of an
    idle machine, of which half are for the index."""
    open_store(path)
    database.pragma("journal_mode", "off")  # or all of it is written twice
    with database.atomic("IMMEDIATE"):
        _lists()
        older = _days(random.Random(1), max(0, cases - RECENT), RECENT_DAYS, DAYS)
        recent = _days(random.Random(2), min(cases, RECENT), 0, RECENT_DAYS)
        _cases(random.Random(3), older)
        _cases(random.Random(4), recent)
        reindex_all()
    database.pragma("journal_mode", "wal")


@cache
def filled(cases: int) -> Path:
    """A closed store of so many cases, made once a run; do not write to it."""
    folder = mkdtemp(prefix="bandecheng-bench-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = Path(folder) / "bandecheng.db"
    fill(path, cases)
    database.close()
    return path


def fresh_copy(cases: int, folder: Path) -> Path:
    """A filled store one may write to."""
    return Path(shutil.copy(filled(cases), folder / "bandecheng.db"))


def _days(rng: random.Random, number: int, latest: int, earliest: int) -> list[date]:
    """The days of receipt, in order; `latest` and `earliest` are days before today."""
    before = sorted((rng.randrange(latest, earliest) for _ in range(number)), reverse=True)
    return [TODAY - timedelta(days) for days in before]


def _lists() -> None:
    Centre.create(id=1, name="云溪镇便民服务中心", place="云溪", demonstration=True)
    _insert(Staff, ({"name": who, "work_number": f"{n:02}"} for n, who in enumerate(STAFF, 1)))
    _insert(Unit, ({"name": one} for one in UNITS))
    _insert(Village, ({"name": one} for one in VILLAGES))
    _insert(
        Matter,
        ({"name": matter, "unit": 1 + n % len(UNITS)} for n, (matter, _) in enumerate(PROBLEMS)),
    )


def _cases(rng: random.Random, days: Sequence[date]) -> None:
    """Parties, cases and what belongs to them, for cases received on these days."""
    first = 1 + (Case.select(fn.MAX(Case.id)).scalar() or 0)
    party = 1 + (Party.select(fn.MAX(Party.id)).scalar() or 0)
    parties, cases, units, events = [], [], [], []
    serial: Counter[date] = Counter()
    for case_id, day in enumerate(days, first):
        serial[day] += 1
        if party > MANY and rng.random() < 0.2:
            applicant = rng.randrange(party - MANY, party)  # has been here before
        else:
            applicant, party = party, party + 1
            parties.append(_party(rng, applicant))
        served = None
        if rng.random() < 0.25:  # comes for another
            served, party = party, party + 1
            parties.append(_party(rng, served))
        row = _case(rng, case_id, day, serial[day])
        row |= {"applicant": applicant, "beneficiary": served}
        cases.append(row)
        units += _units(rng, case_id)
        events += _events(row)
    for table, made in ((Party, parties), (Case, cases), (CaseUnit, units), (CaseEvent, events)):
        _insert(table, made)
    _insert(Material, ({"case": one["id"], "name": "身份证"} for one in cases))


def _party(rng: random.Random, party: int) -> dict[str, Any]:
    name, initials = invented.name(rng)
    village = rng.randrange(len(VILLAGES))
    return {
        "id": party,
        "name": name,
        "initials": initials,
        "id_number": invented.id_number(rng),
        "phone": invented.phone(rng),
        "village": village + 1,
        "address": invented.address(rng, VILLAGES[village]),
    }


def _case(rng: random.Random, case_id: int, day: date, serial: int) -> dict[str, Any]:
    place, told = invented.trouble(rng)
    received = datetime.combine(day, time(8, 30)) + timedelta(minutes=rng.randrange(480))
    age = (TODAY - day).days
    staff = 1 + rng.randrange(len(STAFF))
    row = {
        "id": case_id,
        "number": f"BBC-云溪-{day:%Y%m%d}-{serial:03}",
        "check_code": f"{case_id:06}",
        "received_at": str(received),
        "staff": staff,
        "handler": staff,
        "rules": 1,
        "clock_from": str(day),
        "matter": place + 1,
        "problem": told,
        "demand": f"请帮忙办好{PROBLEMS[place][0]}。",
        "trips": rng.randrange(6),
        "answer_given": rng.choice(ANSWERS),
        "nature": rng.choice(list(Nature)),
        "cause": rng.choice(Cause.named()),
        "due_on": str(day + timedelta(7)),
        "due_days": 5,
        "complete": age > RECENT_DAYS or rng.random() < 0.9,
        "status": Status.REGISTERED if age < 2 else Status.HANDLING,
    }
    if age < 10 or rng.random() < (0.001 if age > RECENT_DAYS else 0.05):
        return row
    concluded = str(received + timedelta(rng.randrange(1, 9)))
    over = {"ending": rng.choices(list(Ending), (80, 10, 6, 4))[0], "concluded_at": concluded}
    if age < 14:
        return row | over | {"status": Status.CONCLUDED, "result": rng.choice(RESULTS)}
    told_at = {"informed_at": concluded, "archived_at": concluded}
    return row | over | told_at | {"status": Status.ARCHIVED, "result": rng.choice(RESULTS)}


def _units(rng: random.Random, case_id: int) -> Iterator[dict[str, Any]]:
    roles = (UnitRole.LEAD, UnitRole.CO_HANDLER, UnitRole.TRIED)
    for role, unit in zip(roles, rng.sample(range(len(UNITS)), rng.randint(1, 3)), strict=False):
        yield {"case": case_id, "role": role, "unit": unit + 1, "name": UNITS[unit]}


def _events(case: dict[str, Any]) -> Iterator[dict[str, Any]]:
    said = {"case": case["id"], "by": STAFF[case["staff"] - 1]}
    yield said | {"at": case["received_at"], "act": Act.REGISTER, "note": "窗口登记。"}
    if "ending" in case:
        yield said | {"at": case["concluded_at"], "act": Act.CONCLUDE, "note": case["result"]}


def _insert(table: Any, made: Iterable[dict[str, Any]]) -> None:
    """Peewee's own many-row insert takes ten times as long."""
    fields = {one.name: one for one in table._meta.sorted_fields}
    given = {name: _default(field) for name, field in fields.items()}
    columns = ", ".join(f'"{field.column_name}"' for field in fields.values())
    marks = ", ".join("?" * len(fields))
    database.connection().executemany(
        f'INSERT INTO "{table._meta.table_name}" ({columns}) VALUES ({marks})',
        (tuple((given | row).values()) for row in made),
    )


def _default(field: Any) -> Any:
    return "" if field.default is None and not field.null and field.name != "id" else field.default
