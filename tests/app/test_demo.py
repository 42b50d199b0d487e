"""The demonstration: whole, plausible, the same every time, and the same by either way."""

import random
import sqlite3
from collections import Counter
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from app.background import close_store
from app.cases.registry import draft_of
from app.centre import get_centre
from app.deadlines.calendar import work_calendar
from app.demo import fill
from app.demo.hours import Hours
from app.demo.town import town
from app.desk.todo import count_todo
from app.directory import StaffDraft, save_staff
from app.errors import AppError
from app.month import list_exports, report_month
from app.month.locks import lock_of
from app.persons import identity
from app.search.finding import find
from app.startup import start
from app.store.check import check
from app.visits.board import week_board
from models import Case, CaseEvent, Matter, Party, Reception, Visit, VisitChange, database
from models.choices import Act, IdKind, Status, VisitStatus

NOW = datetime(2026, 11, 23, 10, 40)  # a Monday
OPEN = (Status.REGISTERED, Status.HANDLING)


@pytest.fixture
def filled(tmp_path):
    """Fill a store of its own; by the acts of the desk unless said otherwise."""

    def make(name: str = "data", now: datetime = NOW, **options: object) -> Path:
        if not database.deferred:
            close_store()
        start(tmp_path / name)
        fill(now, **options)
        return tmp_path / name / "bandecheng.db"

    yield make
    close_store()


def rows(store: Path) -> dict[str, list[tuple]]:
    """Everything the store holds, by table; of the index what was put in."""
    with closing(sqlite3.connect(store)) as copy:
        names = [
            name for (name,) in copy.execute("SELECT name FROM sqlite_master WHERE type='table'")
        ]
        told = {
            name: copy.execute(f'SELECT * FROM "{name}"').fetchall()
            for name in names
            if not name.startswith("case_index")
        }
        index = copy.execute("SELECT rowid, keys, words, once FROM case_index ORDER BY rowid")
        return told | {"index": index.fetchall()}


def test_the_desks_acts_and_the_fast_way_make_the_same_store_row_by_row(filled):
    by_desk = rows(filled("desk", cases=70, by_desk=True))
    in_bulk = rows(filled("bulk", cases=70, by_desk=False))
    assert by_desk.keys() == in_bulk.keys()
    assert all(by_desk[table] for table in ("case", "closing", "rating", "meeting", "decision"))
    for table, made in by_desk.items():
        assert in_bulk[table] == made, table


def test_the_same_seed_gives_the_same_store_and_another_another(filled):
    once, again, other = (
        rows(filled(name, cases=20, seed=seed)) for name, seed in (("a", 7), ("b", 7), ("c", 8))
    )
    assert once == again
    assert once["party"] != other["party"]
    assert {row[2] for row in once["case"]}.isdisjoint(row[2] for row in other["case"])


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A store filled as it comes, once for all who only look at it."""
    folder = tmp_path_factory.mktemp("demonstration")
    start(folder)
    fill(NOW)
    close_store()
    return folder


@pytest.fixture
def demonstration(made):
    start(made)
    yield
    close_store()


@pytest.mark.usefixtures("demonstration")
def test_it_is_a_demonstration_of_a_sound_store_with_every_published_case():
    assert get_centre().demonstration
    assert check().problems == ()
    told = Counter(problem for (problem,) in Case.select(Case.problem).tuples())
    assert told == Counter(one.problem for one in town().troubles)
    assert len(town().troubles) == 65
    assert Case.select().where(Case.number.startswith("BBC-云溪-20")).count() == 65


@pytest.mark.usefixtures("demonstration")
def test_the_case_of_the_report_is_among_them():
    found = find("妻子 车祸 失智")
    assert len(found) == 1
    draft = draft_of(found[0].id)
    assert (draft.relation, draft.lead, draft.matter) == ("妻子", "派出所", "居民身份证换领")
    assert draft.beneficiary is not None


@pytest.mark.usefixtures("demonstration")
def test_everything_happened_in_two_years_on_working_days_while_the_window_was_open():
    received = [moment for (moment,) in Case.select(Case.received_at).tuples()]
    assert min(received) > NOW - timedelta(days=732)
    assert min(received) < NOW - timedelta(days=670)
    assert max(received) < NOW
    calendar = work_calendar()
    assert all(calendar.is_working(moment.date()) for moment in received)
    assert all(8 <= moment.hour < 17 for moment in received)
    last: datetime | None = CaseEvent.select(CaseEvent.at).order_by(CaseEvent.at.desc()).scalar()
    assert last is not None
    assert last < NOW
    wrong = [
        case
        for case in {row.case_id for row in CaseEvent.select()}
        if (at := [row.at for row in CaseEvent.select().where(CaseEvent.case == case)])
        != sorted(at)
    ]
    assert wrong == []


@pytest.mark.usefixtures("demonstration")
def test_there_is_something_of_everything_to_do():
    today, tomorrow = NOW.date(), (NOW + timedelta(days=1)).date()
    is_open = Case.status.in_(OPEN)
    counts = {
        "late": Case.select().where(is_open, Case.due_on < today).count(),
        "soon": Case.select().where(is_open, Case.due_on.between(today, tomorrow)).count(),
        "new": Case.select().where(Case.status == Status.REGISTERED).count(),
        "lacking": Case.select().where(~Case.complete).count(),
        "to tell": Case.select().where(Case.status == Status.CONCLUDED).count(),
        "today": Reception.select().where(Reception.at > today).count(),
        "to tidy": Case.select().where(Case.matter.is_null()).count(),
    }
    assert all(0 < number < 12 for number in counts.values()), counts
    assert Case.select().where(Case.status == Status.ARCHIVED).count() > 40
    assert 4 * 65 < Reception.select().count() < 6 * 65
    assert Reception.select().where(~Reception.case.is_null()).count() > 10


@pytest.mark.usefixtures("demonstration")
def test_the_month_before_last_went_up_and_was_closed_and_nothing_is_to_be_corrected():
    (made,) = list_exports()
    closed = lock_of(date(2026, 9, 1))
    assert (made.lock_id, made.made_at, made.cases > 0) == (closed.id, closed.locked_at, True)
    assert closed.locked_at == datetime(2026, 10, 8, 10, 20)  # the holidays are over
    assert report_month(2026, 11, NOW).corrections == ()


@pytest.mark.usefixtures("demonstration")
def test_fewer_come_every_quarter_of_the_second_year():
    hours = Hours(work_calendar(), NOW, random.Random(1))
    ago = Counter((NOW - hours.spread(at, 900)).days // 91 for at in range(900))
    assert ago[3] > ago[2] > ago[1] > ago[0] > 0
    assert sum(ago[quarter] for quarter in range(4, 8)) > sum(ago[quarter] for quarter in range(4))


@pytest.mark.usefixtures("demonstration")
def test_nearly_all_are_answered_in_time_and_more_than_half_say_what_they_think_of_it():
    report = report_month(2026, 10, NOW)
    assert 0.7 < report.figure("按时办结率").year.ratio < 1
    said, silent = (report.figure(name).year.part for name in ("评价（次）", "未评价（件）"))
    assert 0 < silent < said


@pytest.mark.usefixtures("demonstration")
def test_every_list_of_the_desk_has_something_and_the_newest_cases_tell_of_every_step():
    waiting = count_todo(NOW.date())
    wrong = {one.label: count for one, count in waiting.items() if not 0 < count < 10}
    assert wrong == {}
    seen = {act for (act,) in CaseEvent.select(CaseEvent.act).distinct().tuples()}
    assert seen >= {
        *(Act.SIGN, Act.CONTACT, Act.REPLY, Act.ACCEPT, Act.REMIND, Act.MEET, Act.PAUSE),
        *(Act.ASK_EXTENSION, Act.GRANT_EXTENSION, Act.TELL_EXTENSION, Act.FOLLOW_UP, Act.RATE),
    }


@pytest.mark.usefixtures("demonstration")
def test_people_are_invented_and_pass_every_check():
    people = list(Party.select())
    for one in people:
        assert identity.problem(one.id_kind, one.id_number, NOW.date()) == ""
        assert one.phone == "" or one.phone.startswith(("100", "0570-000"))
    numbers = [one.id_number for one in people if one.id_number]
    assert len(set(numbers)) == len(numbers)
    residents = [
        one.id_number for one in people if one.id_number and one.id_kind is IdKind.RESIDENT
    ]
    assert all(number.startswith("330199") for number in residents)
    assert any(char > "\u9fff" or char in "䶮㼆彧龑頔" for one in people for char in one.name)


@pytest.mark.usefixtures("demonstration")
def test_two_crews_were_and_will_be_at_peoples_homes():
    statuses = Counter(status for (status,) in Visit.select(Visit.status).tuples())
    assert statuses[VisitStatus.PLANNED] > 5
    assert statuses[VisitStatus.DONE] > 3
    assert statuses[VisitStatus.FAILED] > 0
    assert statuses[VisitStatus.REQUESTED] > 5
    board = week_board(NOW.date())
    assert {one.team for one in board.cards} == {"甲组", "乙组"}
    assert board.clashing == ()
    last = VisitChange.select(VisitChange.at).order_by(VisitChange.at.desc()).scalar()
    assert last < NOW


@pytest.mark.parametrize(
    "now",
    [
        datetime(2026, 11, 22, 8, 31),  # a Sunday
        datetime(2026, 10, 3, 23, 0),  # amid a holiday
        datetime(2028, 2, 29, 8, 36),  # a leap day of a year whose holidays are not known
        datetime(2026, 2, 24, 0, 0),  # the midnight before the first working day after a holiday
    ],
)
def test_any_day_is_a_day_to_demonstrate(filled, now):
    filled(now=now, cases=65, by_desk=False)
    assert Case.select().where(Case.received_at > now).count() == 0
    assert Case.select().where(Case.status.in_(OPEN), Case.due_on < now.date()).count() > 0
    assert Reception.select().where(Reception.at > now).count() == 0


def test_one_case_is_enough(filled):
    filled(cases=1)
    assert Case.select().count() == 1


def test_a_store_with_anything_in_it_is_not_filled(filled, tmp_path):
    start(tmp_path / "real")
    save_staff(StaffDraft(name="王芳", work_number="01"))
    with pytest.raises(AppError, match="只能填进空的数据文件夹"):
        fill(NOW)
    assert Matter.select().count() == 0


class Stopped(AppError):
    """By whoever watched."""


@pytest.mark.parametrize("by_desk", [True, False])
def test_stopped_halfway_it_leaves_the_store_empty(tmp_path, by_desk):
    start(tmp_path)
    heard = []

    def stop(done: int, total: int) -> None:
        heard.append((done, total))
        if done >= 100:
            raise Stopped

    with pytest.raises(Stopped):
        fill(NOW, cases=120, tick=stop, by_desk=by_desk)
    assert heard[0][0] == 0
    assert not any(table.select().exists() for table in (Case, Party, Matter, Reception))
    assert not database.in_transaction()
    close_store()
