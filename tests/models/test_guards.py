"""The store itself refuses what must never happen, whoever writes to it."""

import shutil
from datetime import time

import peewee as pw
import pytest

from app.attachments import attach
from app.folders import STORE
from app.moves import move_case
from app.papers.issues import issue
from app.receptions import ReceptionDraft, record_reception
from models import (
    CaseUnit,
    Closing,
    Contact,
    Mail,
    Material,
    MissingPaper,
    MonthExport,
    MonthLock,
    PointReview,
    Rating,
    Refusal,
    SignInEvent,
    Telling,
    VisitFile,
    database,
)
from models.choices import (
    Act,
    ContactKind,
    ContactWay,
    Ending,
    Merit,
    PaperKind,
    RefusalKind,
    ReviewStep,
    ShareState,
    SignIn,
    Stars,
)
from models.migrations import (
    m0002_guards,
    m0006_urging,
    m0007_closings,
    m0008_coordination,
    m0009_clocks,
    m0010_visits,
    m0016_appraisal,
    m0017_mail,
    m0018_month_locks,
)
from tests import makers, visiting
from tests.said import TOGETHER, WITH_TIME, WITH_UNITS
from tests.unsynced import open_unsynced


@pytest.fixture(scope="module")
def full(empty_store, tmp_path_factory):
    """A store with a row in every table that is kept, made once and copied for every test."""
    path = tmp_path_factory.mktemp("full") / STORE
    shutil.copy(empty_store, path)
    open_unsynced(path)
    fill()
    database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    return path


@pytest.fixture
def filled(full, tmp_path):
    open_unsynced(shutil.copy(full, tmp_path / STORE))
    yield
    database.close()


def fill():
    who = makers.furnish()
    opened = makers.case()
    issue(opened.id, PaperKind.RECEIPT, who, makers.NOW)
    attach(opened.id, ("证明.pdf", b"x"), who, makers.NOW)
    record_reception(
        ReceptionDraft(at=makers.NOW, asked="几点开门", answered="八点半"), who, makers.NOW
    )
    export = MonthExport.create(
        month=makers.NOW.date().replace(day=1),
        made_at=makers.NOW,
        made_by=who.name,
        cases=1,
        checksum="0" * 64,
        file_name="月报.xlsx",
    )
    mailed(export, who)
    closed = {"month": makers.NOW.date().replace(day=1), "version": 1, "program": "0"}
    closed |= {"events": 0, "visit_changes": 0, "receptions": 0}
    MonthLock.create(
        **closed, locked_at=makers.NOW, locked_by=who.name, checksum="0" * 64, frozen=b"x"
    )
    handed_out(who)
    answer(opened.id, who)
    visited(opened.id, who)
    appealed(opened.id, who)


def mailed(export, who):
    made = {"made_at": makers.NOW, "made_by": who.name, "sha256": "0" * 64, "size": 1}
    said = {"to": "gov@example.cn", "subject": "月报", "text": "请查收", "message_id": "<1@x>"}
    Mail.create(export=export, **made, **said)


def handed_out(who):
    """A second case, in the hands of a unit, with everything that units do about one."""
    made = makers.case(lead="派出所", helpers=(), tried_units=(), materials=())
    acts = (Act.ASSIGN, Act.REMIND, Act.ESCALATE, *TOGETHER, Act.ASK_EXTENSION, Act.PAUSE)
    for act in (one for one in acts if one not in (Act.DECIDED_DONE, Act.GIVE_BACK)):
        move_case(made.id, act, (WITH_UNITS | TOGETHER | WITH_TIME)[act], who, makers.NOW)


def answer(case_id, who):
    """A “no” of each kind, papers that are lacking, a conclusion, a word with the citizen."""
    row = {"case": case_id, "round": 1, "at": makers.NOW, "by": who.name}
    asked = {"case": case_id, "round": 1, "asked_at": makers.NOW, "asked_by": who.id}
    rests_on = {"reason": "不归本窗口", "document": "《规范》", "article": "第八条"}
    offered = {"tried": "问过法院", "other_ways": "先调解"}
    decided = {"decided_at": makers.NOW, "decided_by": "李建国", "granted": False}
    window = {"kind": RefusalKind.REFUSED, "scope_reason": 1, "channel": "人民法院"}
    Refusal.create(**asked, **rests_on, **offered, **window, **decided)
    theirs = {
        "department": "派出所",
        "made_on": makers.NOW.date(),
        "remedy": 1,
        "remedy_text": "如",
    }
    Refusal.create(**asked, **rests_on, **offered, **theirs, kind=RefusalKind.CANNOT)
    telling = Telling.create(case=case_id, at=makers.NOW, by=who.name)
    MissingPaper.create(telling=telling, place=0, name="户口簿")
    Closing.create(**row, ending=Ending.DONE, result="办好了")
    Contact.create(**row, kind=ContactKind.INFORM, way=ContactWay.PHONE)
    Rating.create(**row, stars=Stars.ONE)


def visited(case_id, who):
    """A visit that is planned, with a file of it, and what it is planned by."""
    visiting.furnish()
    crew, kit = visiting.crew(), visiting.kit()
    visit = visiting.requested(case_id=case_id)
    visiting.planned(visit, crew, kits=(kit,))
    visiting.away(crew[0], time(14), time(15))
    row = {"visit": visit, "added_at": makers.NOW, "added_by": who.name}
    VisitFile.create(**row, name="上门单.jpg", sha256="0" * 64, size=1)


def appealed(case_id, who):
    """A unit that does not agree with a point."""
    point = {"case": case_id, "unit": "派出所", "event": Merit.OVERDUE, "source": "share:1"}
    said = {"reason": "期间系统停机", "person": "陈浩"}
    PointReview.create(**point, **said, step=ReviewStep.APPEALED, at=makers.NOW, staff=who.id)


def run(statement):
    return database.execute_sql(statement).rowcount


KEPT = (
    *m0002_guards.KEPT,
    *m0006_urging.KEPT,
    *m0007_closings.KEPT,
    *m0008_coordination.KEPT,
    *m0009_clocks.KEPT,
    *m0010_visits.KEPT,
    *m0016_appraisal.KEPT,
    *m0017_mail.KEPT,
    *m0018_month_locks.KEPT,
)


@pytest.mark.parametrize("table", KEPT)
def test_nothing_of_a_citizens_is_ever_deleted(filled, table):
    with pytest.raises(pw.DatabaseError, match=f"{table} is never deleted"):
        run(f'DELETE FROM "{table}"')
    assert database.execute_sql(f'SELECT COUNT(*) FROM "{table}"').fetchone()[0] > 0


def test_a_line_of_history_is_never_rewritten(filled):
    with pytest.raises(pw.DatabaseError, match="only ever added to"):
        run("UPDATE case_event SET note = '改了'")


def test_a_change_of_a_plan_is_never_rewritten(filled):
    with pytest.raises(pw.DatabaseError, match="only ever added to"):
        run("UPDATE visit_change SET note = '改了'")


@pytest.mark.parametrize("table", m0016_appraisal.KEPT)
def test_a_rule_of_the_appraisal_and_a_word_on_a_point_are_never_rewritten(filled, table):
    with pytest.raises(pw.DatabaseError, match="only ever added to"):
        run(f'UPDATE "{table}" SET id = id')


OPENED = (
    "unlocked_at = '2026-12-05', unlocked_by = '王芳', unlocked_with = '李', unlock_reason = '错'"
)


@pytest.mark.parametrize("change", ["frozen = x'00'", "checksum = ''", "locked_by = '李'", OPENED])
def test_of_a_closed_month_nothing_changes_but_that_it_is_opened_once(filled, change):
    run(f"UPDATE month_lock SET {OPENED}")
    with pytest.raises(pw.DatabaseError, match="only ever opened again"):
        run(f"UPDATE month_lock SET {change}")


def test_what_was_frozen_is_never_rewritten(filled):
    with pytest.raises(pw.DatabaseError, match="only ever opened again"):
        run(f"UPDATE month_lock SET frozen = x'00', {OPENED}")


def test_it_may_not_be_replaced_either(filled):
    with pytest.raises(pw.DatabaseError, match="never deleted"):
        run("INSERT OR REPLACE INTO case_event SELECT * FROM case_event")


def test_units_and_materials_may_be_replaced_while_a_case_is_edited(filled):
    assert CaseUnit.delete().where(CaseUnit.case == 1).execute() == 3
    assert Material.delete().execute() == 1


def test_what_a_unit_was_given_stays(filled):
    CaseUnit.update(state=ShareState.SENT, sent_at=makers.NOW).where(CaseUnit.id == 1).execute()
    with pytest.raises(pw.DatabaseError, match="never deleted"):
        CaseUnit.delete().execute()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE \"case\" SET status = 'lost'",
        'UPDATE "case" SET trips = -1',
        "UPDATE \"case\" SET matter_id = NULL, matter_text = ''",
        "UPDATE \"case\" SET ending = 'done'",  # concluded without a time
        'UPDATE "case" SET applicant_id = 99',
        "UPDATE party SET name = ' '",
        "UPDATE paper SET voided_at = '2026-11-22 09:00:00'",  # without a reason
        "UPDATE centre SET id = 2",
        "UPDATE case_unit SET role = 'lead'",  # two leads
        "UPDATE case_unit SET state = 'returned', sent_at = '2026-11-22'",  # without a reason
        "UPDATE \"case\" SET paused_at = '2026-11-22 09:00:00'",  # nobody handles it yet
        "UPDATE reminder SET times = 0",
        "UPDATE reminder SET kind = 'supervise'",  # without grounds
        "UPDATE escalation SET raised_to = ''",
        "UPDATE refusal SET kind = 'refused' WHERE kind = 'cannot'",  # with a remedy
        "UPDATE refusal SET kind = 'cannot' WHERE kind = 'refused'",  # without one
        "UPDATE refusal SET remedy_text = '60日内申请复议' WHERE kind = 'refused'",
        "UPDATE refusal SET authority = '县政府' WHERE kind = 'refused'",
        "UPDATE refusal SET remedy_id = NULL WHERE kind = 'cannot'",
        "UPDATE refusal SET channel = '人民法院' WHERE kind = 'cannot'",
        "UPDATE refusal SET article = ''",
        "UPDATE refusal SET tried = ''",
        "UPDATE refusal SET other_ways = ''",
        "UPDATE refusal SET granted = 1 WHERE decided_at IS NULL",  # by nobody
        "UPDATE refusal SET decided_at = NULL, decided_by = '', granted = NULL",  # two that wait
        "UPDATE closing SET ending = 'redirected'",  # to nowhere
        "UPDATE closing SET result = ''",
        "UPDATE rating SET contested_at = '2026-11-22'",  # without a reason
        "UPDATE rating SET judged_at = '2026-11-22', judged_by = '李建国', upheld = 1",
        "UPDATE remedy SET confirmed_at = '2026-11-22'",  # by nobody
        "UPDATE decision SET done_at = '2026-11-22'",  # without saying how
        "UPDATE meeting SET present = ''",
        "UPDATE conflict SET unit_b = unit_a",
        "UPDATE conflict SET outcome = 'other'",  # without saying how
        "UPDATE custody SET witness = keeper",
        "UPDATE custody SET returned_at = '2026-11-22'",  # to nobody
        "UPDATE shared_duty SET unit = '税务所'",  # twice
        "UPDATE household SET number = 1",
        "UPDATE household SET state = 'lost'",
        "UPDATE pause SET days_left = -1",
        "UPDATE pause SET resumed_at = '2026-11-23 09:00:00'",  # without what it gave back
        "UPDATE pause SET resumed_at = '2026-11-21 09:00:00', days = 0",  # before it began
        "UPDATE extension SET granted = 1, decided_at = '2026-11-23'",  # without a new date
        "UPDATE extension SET told_at = '2026-11-23', told_how = 'phone'",  # not granted yet
        "UPDATE extension SET reason = ''",
        "UPDATE visit SET status = 'requested'",  # with a time
        "UPDATE visit SET starts_at = NULL, ends_at = NULL",  # planned for no time
        "UPDATE visit SET ends_at = starts_at",
        "UPDATE visit SET status = 'cancelled'",  # without a reason
        "UPDATE visit SET infectious = 1",
        "UPDATE visit SET status = 'done'",  # without an outcome
        "UPDATE visit SET outcome = 'done', outcome_at = '2026-11-23'",  # still planned
        "UPDATE visit SET matter_id = NULL, matter_text = ''",
        "UPDATE visit SET followed_up_at = '2026-11-23'",  # by nobody
        "UPDATE visit_helper SET helper_id = 1",  # twice the same
        "UPDATE way SET a_id = b_id",
        "UPDATE way SET minutes = -1",
        "UPDATE absence SET kit_id = 1",  # of a helper already
        "UPDATE absence SET to_at = from_at",
        "UPDATE visit_rules SET least_crew = 0",
        "UPDATE visit_rules SET morning_to = '18:00:00'",
        "UPDATE mail SET state = 'sent'",  # never tried
        "UPDATE mail SET state = 'failed'",  # without saying why
        "UPDATE mail SET \"to\" = ''",
        "UPDATE month_lock SET unlocked_at = '2026-12-05'",  # by nobody, without a reason
        "DELETE FROM staff",
        "DELETE FROM unit",
        "DELETE FROM helper",
    ],
)
def test_what_cannot_be_is_refused(filled, statement):
    with pytest.raises(pw.IntegrityError):
        run(statement)


def test_a_number_is_never_used_twice(filled):
    makers.case()
    with pytest.raises(pw.IntegrityError, match="UNIQUE"):
        run("UPDATE \"case\" SET number = 'BBC-1'")


@pytest.mark.parametrize("table", ["closing", "rating"])
def test_a_round_has_one_conclusion_and_one_word_that_counts(filled, table):
    columns = [one.name for one in database.get_columns(table) if one.name != "id"]
    again = ", ".join(f'"{one}"' for one in columns)
    with pytest.raises(pw.IntegrityError, match="UNIQUE"):
        run(f'INSERT INTO "{table}" ({again}) SELECT {again} FROM "{table}"')


def test_the_book_of_sign_ins_is_only_ever_added_to(store):
    who = makers.clerk()
    SignInEvent.create(staff=who.id, at=makers.NOW, what=SignIn.WRONG)
    with pytest.raises(pw.DatabaseError, match="only ever added to"):
        run("UPDATE sign_in_event SET what = 'in'")
    with pytest.raises(pw.DatabaseError, match="never deleted"):
        run("DELETE FROM sign_in_event")
