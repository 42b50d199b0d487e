from datetime import timedelta

import pytest

from app import drafts
from app.attachments import list_attachments
from app.cases.registry import draft_of
from app.changes import Kind, subscribe
from app.draft_files import DraftFile, drop_files, keep_file, sweep
from app.errors import AppError, Invalid
from app.history import list_history
from app.intake import correct, register
from app.intake_draft import FORM
from app.receptions import ReceptionDraft, get_reception, record_reception
from models import Case
from models.choices import Act, Cause, ReceptionEnd
from tests.makers import NOW, case, draft, furnish, husband, somebody

PHOTO = ("证件.png", b"\x89PNG\r\n\x1a\n")


@pytest.fixture(autouse=True)
def desk_of_the_centre(store):
    furnish()


def begun(*files: DraftFile) -> int:
    content = {"files": [{"key": one.key, "name": one.name, "size": one.size} for one in files]}
    return drafts.keep(FORM, None, "盛建军", content, None, NOW)


def test_a_case_its_draft_its_reception_and_its_files_are_settled_at_once():
    asked = ReceptionDraft(at=NOW, asked="换证", ending=ReceptionEnd.REGISTERED)
    reception = record_reception(asked, somebody(), NOW)
    photo = keep_file(PHOTO)
    draft_id, heard = begun(photo), []
    end = subscribe(heard.append)
    opened = register(
        draft(), somebody(), NOW, draft_id=draft_id, reception_id=reception, files=[photo]
    )
    end()
    assert get_reception(reception).case_id == opened.id
    assert drafts.list_drafts() == []
    assert [one.name for one in list_attachments(opened.id)] == ["证件.png"]
    assert len(heard) == 1
    assert heard[0] >= {Kind.CASES, Kind.DRAFTS, Kind.RECEPTIONS, Kind.ATTACHMENTS}
    assert not photo.path.exists()


def test_where_one_part_fails_nothing_is_stored_and_the_draft_and_number_stay():
    gone = keep_file(PHOTO)
    drop_files([gone])
    draft_id = begun(gone)
    with pytest.raises(AppError, match="读不到文件"):
        register(draft(), somebody(), NOW, draft_id=draft_id, files=[gone])
    assert Case.select().count() == 0
    assert [one.id for one in drafts.list_drafts()] == [draft_id]
    assert register(draft(), somebody(), NOW).number.endswith("-001")


def test_a_second_case_of_one_reception_is_refused_whole():
    asked = ReceptionDraft(at=NOW, asked="换证", ending=ReceptionEnd.REGISTERED)
    reception = record_reception(asked, somebody(), NOW)
    register(draft(), somebody(), NOW, reception_id=reception)
    with pytest.raises(AppError, match="已经转为登记"):
        register(draft(), somebody(), NOW, reception_id=reception)
    assert Case.select().count() == 1


def test_an_invalid_case_keeps_its_draft_and_files():
    photo = keep_file(PHOTO)
    draft_id = begun(photo)
    with pytest.raises(Invalid):
        register(draft(matter=""), somebody(), NOW, draft_id=draft_id, files=[photo])
    assert [one.id for one in drafts.list_drafts()] == [draft_id]
    assert photo.path.read_bytes() == PHOTO[1]


def test_a_correction_keeps_what_was_and_adds_files():
    opened = case(cause=None)
    assert not Case.get().complete
    photo = keep_file(PHOTO)
    fixed = draft(cause=Cause.DATA, applicant=husband(phone="10012345679"))
    later = NOW + timedelta(hours=1)
    changed = correct(opened.id, fixed, somebody(), later, draft_id=begun(photo), files=[photo])
    assert changed == ["成因", "反映人电话"]
    assert draft_of(opened.id).cause is Cause.DATA
    acts = {line.act for line in list_history(opened.id)}
    assert acts == {Act.REGISTER, Act.COMPLETE, Act.ATTACH}
    assert drafts.list_drafts() == []


@pytest.mark.parametrize(
    ("source", "sentence"),
    [(("病毒.exe", b"MZ"), "不能添加"), (("空.png", b""), "空文件")],
)
def test_what_cannot_be_attached_is_refused_before_it_is_copied(store, source, sentence):
    with pytest.raises(AppError, match=sentence):
        keep_file(source)
    assert not (store.parent / "drafts").exists()


def test_a_file_from_a_stick_is_a_copy_of_our_own(tmp_path):
    stick = tmp_path / "委托书.pdf"
    stick.write_bytes(b"%PDF-1.7")
    kept = keep_file(stick)
    stick.unlink()
    assert (kept.name, kept.size, kept.path.read_bytes()) == ("委托书.pdf", 8, b"%PDF-1.7")


def test_copies_of_drafts_that_are_gone_are_swept_and_those_in_use_are_not():
    sweep()
    used, left = keep_file(PHOTO), keep_file(PHOTO)
    begun(used)
    sweep()
    assert used.path.exists()
    assert not left.path.exists()
