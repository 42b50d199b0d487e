"""A store to try everything on: an invented township with cases that were really published."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.changes import Kind, saving
from app.deadlines.calendar import work_calendar
from app.demo.appeals import add_appeals
from app.demo.closed_month import close_month
from app.demo.hours import Hours
from app.demo.in_bulk import InBulk
from app.demo.stories import Teller, receptions_for
from app.demo.through_desk import ThroughDesk
from app.demo.town import town
from app.demo.visits import add_visits
from app.directory import Who, list_staff
from app.errors import AppError
from app.first_start import begin
from app.mail.settings import save_settings
from app.progress import Tick, unheard
from models import Case, Matter, Party, Reception, Staff, Unit, Village

MOST_CASES = 100_000
# Whoever looks around for the first time finds a curve that falls, and units with cases enough to
# be appraised. They are there within seconds.
TO_LOOK_AROUND = 900
_NOT_EMPTY = (
    "这里已经有内容了，演示数据只能填进空的数据文件夹，以免混进真的办件。"
    "请换一个空文件夹，例如 --data 演示。"
)
_BY_DESK = 500  # more than that would take minutes
_REPORTED = 100


@dataclass(frozen=True)
class Filled:
    cases: int
    receptions: int


def fill(
    now: datetime,
    *,
    cases: int = 65,
    seed: int = 1,
    tick: Tick | None = None,
    by_desk: bool | None = None,
) -> Filled:
    """Fill the open, empty store, all or nothing; the same seed and day give the same store.

    `tick` hears how many of how many are done, and may raise to stop it. `by_desk` says whether
    the cases go through the acts of the desk or, as many do, straight into the tables.
    """
    if not is_empty():
        raise AppError(_NOT_EMPTY)
    through_desk = cases <= _BY_DESK if by_desk is None else by_desk
    total = cases if through_desk else 2 * cases  # indexing takes as long as writing
    tell = tick or unheard
    with saving(*Kind):
        begin(town().centre, town().lists)
        save_settings(town().mail)
        staff = list_staff()
        hours = Hours(work_calendar(), now, random.Random(f"hours {seed}"))
        teller = Teller(town(), hours, seed)
        writer = _writer(staff, through_desk=through_desk)
        came = 0
        for done, story in enumerate(teller.stories(cases)):
            if story.late and isinstance(writer, InBulk):  # the newest are told in full
                writer.write()
                writer = ThroughDesk(staff)
            writer.case(story)
            came += story.reception is not None
            if done % _REPORTED == 0:
                tell(done, total)
        alone = list(teller.receptions(receptions_for(cases, came)))
        writer = _writer(staff, through_desk=through_desk)
        for who, reception in alone:
            writer.reception(who, reception)
        writer.done(lambda done, _: tell(total - cases + done, total))
        add_visits(hours, staff, seed)
        add_appeals(hours, staff)
        close_month(hours, staff)
        tell(total, total)
    return Filled(cases, came + len(alone))


def _writer(staff: Sequence[Who], *, through_desk: bool) -> ThroughDesk | InBulk:
    return ThroughDesk(staff) if through_desk else InBulk(staff)


def is_empty() -> bool:
    """Whether nobody has set anything up here; what commands make by themselves does not count."""
    tables = (Case, Party, Reception, Unit, Village, Matter)
    someone = Staff.select().where(Staff.active).exists()
    return not someone and not any(table.select().exists() for table in tables)
