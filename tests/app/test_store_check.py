from datetime import timedelta

import pytest

from app.attachments import attach, path_of, void_attachment
from app.cases.registry import draft_of, edit_case, open_case
from app.moves import move_case
from app.papers.issues import issue, void
from app.store.backups import Reason, back_up
from app.store.check import check
from models import Case, Party, Staff, database
from models.choices import Act, PaperKind
from tests import makers

SCAN = ("委托书.pdf", b"%PDF-1.7 invented")


@pytest.fixture
def worked(store, now):
    """A case with paper and attachment, and a backup of it."""
    who = makers.furnish()
    opened = makers.case()
    number = attach(opened.id, SCAN, who, makers.NOW)
    paper = issue(opened.id, PaperKind.RECEIPT, who, makers.NOW)
    back_up(Reason.START, now)
    return who, opened.id, number, paper.id


def test_a_store_as_it_was_left_is_sound(worked, now):
    report = check()
    assert report.ok
    assert (report.cases, report.attachments, report.compared_with) == (1, 1, now)
    assert report.changed == {}


def test_usual_work_after_the_backup_is_no_damage(worked):
    who, case_id, number, paper = worked
    later = makers.NOW + timedelta(hours=1)
    changed = draft_of(case_id)
    edit_case(case_id, type(changed)(**{**vars(changed), "trips": 4}), who, later)
    move_case(case_id, Act.ASSIGN, {"note": "派出所上门"}, who, later)
    void_attachment(number, who, later)
    void(paper, "打错了", who, later)
    open_case(makers.draft(received_at=later), who, later)
    assert check().problems == ()


def test_without_a_backup_it_says_that_it_compared_with_none(store):
    report = check()
    assert (report.ok, report.compared_with) == (True, None)


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda: Case.update(problem="改了").execute(), "办件内容与备份不一致"),
        (
            lambda: (
                database.execute_sql("DROP TRIGGER case_event_is_final"),
                database.execute_sql("UPDATE case_event SET note = '改了'"),
            ),
            "历史记录与备份不一致",
        ),
        (lambda: database.execute_sql("DROP INDEX case_cause"), "case_cause"),
        (lambda: database.execute_sql("DROP TRIGGER case_is_kept"), "case_is_kept"),
        (
            lambda: database.execute_sql("UPDATE party SET name = CAST(x'E79B' AS TEXT)"),
            "读不出来的文字",
        ),
        (lambda: Case.update(due_on="2026-1q-22").execute(), "读不出来的文字或日期"),
        (
            lambda: (
                database.pragma("foreign_keys", 0),
                Case.update(staff=99).execute(),
            ),
            "指向不存在的内容",
        ),
        (
            lambda: database.execute_sql("UPDATE case_index_data SET block = x'00' WHERE id > 10"),
            "索引有损坏",
        ),
    ],
    ids=["case", "history", "index", "trigger", "text", "date", "link", "search"],
)
def test_damage_is_found_and_said(worked, spoil, sentence):
    spoil()
    assert any(sentence in one for one in check().problems), check()


def test_a_row_that_went_missing_is_found(worked):
    database.execute_sql("DROP TRIGGER paper_is_kept")
    database.execute_sql("DELETE FROM paper")
    assert any("文书记录与备份不一致" in one for one in check().problems)


def test_lists_that_changed_are_counted(worked):
    Party.update(phone="10099999999").where(Party.id == 1).execute()
    Staff.update(active=False).execute()
    report = check()
    assert report.ok
    assert report.changed == {"party": 1, "staff": 1}


def test_an_attached_file_that_is_gone_or_changed_is_named(worked):
    path = path_of(worked[2])
    path.write_bytes(b"forged")
    assert any("“委托书.pdf”的文件被改动过" in one for one in check().problems)
    path.unlink()
    assert any("“委托书.pdf”的文件不在了" in one for one in check().problems)
