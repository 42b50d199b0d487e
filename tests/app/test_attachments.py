import errno
import hashlib
from pathlib import Path

import pytest

from app import attachments
from app.attachments import (
    attach,
    list_attachments,
    path_of,
    place_of,
    save_copy,
    void_attachment,
)
from app.changes import Kind, subscribe
from app.errors import AppError, CannotWrite, NotFound
from app.history import list_history
from models import Attachment
from models.choices import Act
from tests import makers

SCAN = ("委托书.pdf", b"%PDF-1.7 invented")


@pytest.fixture
def who(store):
    return makers.furnish()


@pytest.fixture
def case_id(who):
    return makers.case().id


def files_beside(store):
    return [path for path in (store.parent / "attachments").rglob("*") if path.is_file()]


def test_a_file_is_kept_under_the_hash_of_what_it_holds(case_id, who, now, store, tmp_path):
    source = tmp_path / "身份证.JPG"
    source.write_bytes(b"picture")
    number = attach(case_id, source, who, now)
    source.unlink()
    sha256 = hashlib.sha256(b"picture").hexdigest()
    assert path_of(number) == store.parent / "attachments" / sha256[:2] / sha256[2:]
    assert path_of(number).read_bytes() == b"picture"
    (row,) = list_attachments(case_id)
    assert (row.name, row.size, row.added_by, row.added_at) == ("身份证.JPG", 7, "王芳", now)


def test_what_was_pasted_is_kept_as_well_and_the_history_tells_of_it(case_id, who, now):
    heard = []
    end = subscribe(heard.append)
    number = attach(case_id, SCAN, who, now)
    end()
    assert path_of(number).read_bytes() == SCAN[1]
    assert heard == [frozenset({Kind.ATTACHMENTS, Kind.CASES})]
    told = [line for line in list_history(case_id) if line.act is Act.ATTACH]
    assert [(line.note, line.by) for line in told] == [("委托书.pdf", "王芳")]


def test_the_same_content_is_stored_once(case_id, who, now, store):
    other = makers.case(applicant=makers.husband(name="周立", id_number="", phone="10011112222")).id
    first = attach(case_id, SCAN, who, now)
    assert attach(case_id, ("又一次.pdf", SCAN[1]), who, now) == first
    assert attach(other, SCAN, who, now) != first
    assert len(files_beside(store)) == 1
    assert len(list_attachments(case_id)) == len(list_attachments(other)) == 1


def test_a_voided_attachment_leaves_the_list_but_not_the_store(case_id, who, now, store):
    number = attach(case_id, SCAN, who, now)
    void_attachment(number, who, now, "拿错了")
    assert list_attachments(case_id) == []
    (row,) = list_attachments(case_id, voided=True)
    assert (row.voided_at, row.voided_by) == (now, "王芳")
    assert path_of(number).exists()
    told = [line.note for line in list_history(case_id) if line.act is Act.DETACH]
    assert told == ["委托书.pdf，原因：拿错了"]
    with pytest.raises(AppError, match="已经作废"):
        void_attachment(number, who, now)
    assert attach(case_id, SCAN, who, now) != number


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (("病毒.exe", b"MZ"), "只收图片"),
        (("没有后缀", b"x"), "只收图片"),
        ((".pdf", b"x"), "只收图片"),
        (("空的.pdf", b""), "空文件"),
        (("大的.zip", bytes(11)), "太大"),
    ],
)
def test_what_may_not_be_attached_gives_a_sentence(
    case_id, who, now, store, monkeypatch, source, sentence
):
    monkeypatch.setattr(attachments, "LARGEST", 10)
    with pytest.raises(AppError, match=sentence):
        attach(case_id, source, who, now)
    assert list_attachments(case_id) == []
    assert files_beside(store) == []


def test_a_folder_or_a_file_that_is_gone_gives_a_sentence(case_id, who, now, tmp_path):
    with pytest.raises(NotFound, match="读不到文件“走了"):
        attach(case_id, tmp_path / "走了.pdf", who, now)
    (tmp_path / "文件夹.pdf").mkdir()
    with pytest.raises(AppError, match="不是文件"):
        attach(case_id, tmp_path / "文件夹.pdf", who, now)


def test_a_case_that_is_not_there_gets_no_attachment(case_id, who, now):
    with pytest.raises(NotFound, match="没有找到这件办件"):
        attach(4711, SCAN, who, now)
    assert Attachment.select().count() == 0


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("C:\\Users\\王芳\\Desktop\\证明.pdf", "证明.pdf"),
        ("/home/clerk/证明.pdf", "证明.pdf"),
        ("../../../etc/passwd.txt", "passwd.txt"),
        ("证明\u202efdp.pdf", "证明fdp.pdf"),
        ("什么?<>.pdf", "什么___.pdf"),
        ("Aux.pdf", "_Aux.pdf"),
        ("com1 .副本.pdf", "_com1 .副本.pdf"),
        ("control.pdf", "control.pdf"),
        ("长" * 300 + ".pdf", "长" * 116 + ".pdf"),
    ],
)
def test_a_name_is_bare_visible_and_fit_for_every_system(case_id, who, now, written, kept):
    attach(case_id, (written, b"x"), who, now)
    assert list_attachments(case_id)[0].name == kept


def test_a_file_that_is_gone_or_was_changed_is_never_handed_out(case_id, who, now):
    number = attach(case_id, SCAN, who, now)
    path = path_of(number)
    path.write_bytes(b"forged")
    with pytest.raises(NotFound, match="改动过或已损坏"):
        path_of(number)
    path.unlink()
    with pytest.raises(NotFound, match="不在了"):
        path_of(number)
    attach(case_id, SCAN, who, now)  # adding it again puts the file back
    assert path_of(number).read_bytes() == SCAN[1]


def test_a_copy_for_another_program_bears_its_own_name(case_id, who, now, tmp_path):
    number = attach(case_id, SCAN, who, now)
    copy = save_copy(number, tmp_path / "open")
    assert copy.name == "委托书.pdf"
    assert copy.read_bytes() == SCAN[1]


def test_a_copy_that_another_program_holds_open_is_opened_again(
    case_id, who, now, tmp_path, monkeypatch
):
    number = attach(case_id, SCAN, who, now)
    copy = save_copy(number, tmp_path)

    def refused(part, path):
        raise PermissionError(errno.EACCES, "being used", str(part), 32, str(path))

    monkeypatch.setattr(Path, "replace", refused)
    assert save_copy(number, tmp_path) == copy
    copy.write_bytes(b"written over there")
    with pytest.raises(CannotWrite, match="被其他程序打开"):
        save_copy(number, tmp_path)
    assert copy.read_bytes() == b"written over there"


def test_on_a_full_disk_nothing_half_written_is_left(case_id, who, now, store, monkeypatch):
    def full(source, target):
        target.write_bytes(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("app.attachments.shutil.copyfile", full)
    scan = store.parent / "scan.pdf"
    scan.write_bytes(b"%PDF")
    with pytest.raises(CannotWrite, match="磁盘空间不足"):
        attach(case_id, scan, who, now)
    assert files_beside(store) == []
    assert list_attachments(case_id) == []


def test_a_file_without_a_row_does_no_harm(case_id, who, now):
    place = place_of(hashlib.sha256(SCAN[1]).hexdigest())
    place.parent.mkdir(parents=True)
    place.write_bytes(b"half of it")  # as a crash between file and row may leave it
    assert path_of(attach(case_id, SCAN, who, now)).read_bytes() == SCAN[1]
