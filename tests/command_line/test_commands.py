"""Each command from the words typed to what stands on standard output, and back in the store."""

import json
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta, timezone

import pdfplumber
import pytest
from python_calamine import CalamineWorkbook

from app.centre import CentreSettings, save_centre
from app.directory import list_staff
from app.startup import is_new, start
from tests.conftest import NOW

NUMBER = "BBC-云溪-20261120-001"
LATER = ("number", "status", "due", "way", "history")  # what no one registers


def test_a_case_comes_back_as_it_was_registered_with_number_status_due_and_history(
    bandecheng, register, case
):
    assert register(case) == (0, {"number": NUMBER, "due": "2026-12-04"}, "")
    code, told, _ = bandecheng("show", NUMBER)
    assert code == 0
    history, way = told.pop("history"), told.pop("way")
    assert (way["handler"], way["round"], way["ending"]) == ("命令行", 1, None)
    assert [(one["unit"], one["state"]) for one in way["units"]] == [("派出所", "planned")]
    assert [told.pop(name) for name in ("number", "status", "due")] == [
        NUMBER,
        "registered",
        "2026-12-04",
    ]
    assert told == case
    assert list(told) == list(case)
    assert [(one["act"], one["by"]) for one in history] == [("register", "命令行")]


def test_what_is_optional_may_be_left_out(bandecheng, register):
    least = {
        "applicant": {"name": "王芳", "phone": "10012345678"},
        "matter": "低保",
        "demand": "办",
    }
    code, opened, _ = register(least)
    assert code == 0
    _, told, _ = bandecheng("show", opened["number"])
    assert told["received_at"] == NOW.isoformat()
    assert (told["beneficiary"], told["nature"], told["trips"]) == (None, None, 0)
    # And what was left out may come back as it was told.
    kept = {name: told[name] for name in told if name not in LATER}
    assert register(kept)[0] == 0


def test_standard_input_is_a_file_too(bandecheng, case, monkeypatch):
    import io
    import sys

    text = io.TextIOWrapper(io.BytesIO(b"\xef\xbb\xbf" + json.dumps(case).encode()))
    monkeypatch.setattr(sys, "stdin", text)
    assert bandecheng("register", "-")[:2] == (0, {"number": NUMBER, "due": "2026-12-04"})


def test_an_empty_folder_gets_a_store_and_the_desk_still_asks_for_the_centre(bandecheng, folder):
    assert bandecheng("find", "王") == (0, [], "")
    start(folder)
    assert is_new()
    assert list_staff() == []


def test_a_centre_that_was_set_up_stays_as_it_is(bandecheng, register, folder, case):
    start(folder)
    save_centre(CentreSettings(name="石桥乡便民服务中心", place="石桥"))
    assert register(case)[1] == {"number": "BBC-石桥-20261120-001", "due": "2026-12-04"}


def test_found_persons_are_masked(bandecheng, register, case):
    register(case)
    found = {
        "number": NUMBER,
        "person": "刘**",
        "matter": "居民身份证换领",
        "status": "registered",
        "due": "2026-12-04",
    }
    for text in ("lxz", "5678", NUMBER, "盛小\U00020164", "上门"):
        assert bandecheng("find", text) == (0, [found], "")
    assert bandecheng("find", "上门", "--limit", "1")[1] == [found]
    assert bandecheng("find", "没有的事") == (0, [], "")


@pytest.mark.parametrize(
    ("received", "days", "due"),
    [
        ("2026-02-13", 5, "2026-02-27"),
        ("2026-09-18", 5, "2026-09-24"),
        ("2026-09-18", 10, "2026-10-09"),
        ("2026-09-17", 15, "2026-10-14"),
    ],
)
def test_due_dates_are_told_with_their_steps(bandecheng, received, days, due):
    code, told, _ = bandecheng("due", received, days)
    assert (code, told["due"], told["provisional"]) == (0, due, False)
    assert told["steps"][-1].endswith("到期")


def test_an_unknown_year_is_provisional(bandecheng):
    assert bandecheng("due", "2030-01-04", 3)[1]["provisional"] is True


@pytest.mark.parametrize(
    ("options", "pages", "width"),
    [((), 1, 595), (("--paper", "a4"), 1, 595), (("--large",), 1, 595)],
)
def test_a_receipt_is_written_and_its_issue_recorded(
    bandecheng, register, case, tmp_path, options, pages, width
):
    register(case)
    path = tmp_path / "回执.pdf"
    first = bandecheng("receipt", NUMBER, "--out", path, *options)
    assert first == (0, {"file": str(path), "number": NUMBER, "reprint": False}, "")
    with pdfplumber.open(path) as pdf:
        assert len(pdf.pages) == pages
        assert round(pdf.pages[0].width) == width
        assert NUMBER in pdf.pages[0].extract_text()
    assert bandecheng("receipt", NUMBER, "--out", path, *options)[1]["reprint"] is True
    history = bandecheng("show", NUMBER)[1]["history"]
    assert [one["act"] for one in history] == ["register", "issue", "reprint"]


def test_a_receipt_that_could_not_be_written_was_not_issued(
    bandecheng, register, case, tmp_path, everything
):
    register(case)
    before = everything()
    code, _, told = bandecheng("receipt", NUMBER, "--out", tmp_path / "no" / "r.pdf")
    assert code == 2
    assert "文件夹不存在" in told
    assert everything() == before


def test_the_month_is_masked_unless_asked_in_full_which_is_recorded(
    bandecheng, register, case, tmp_path, folder
):
    register(case)
    path = tmp_path / "月报.xlsx"
    texts = {}
    for option in ((), ("--full",)):
        code, told, _ = bandecheng("report", "2026-11", "--out", path, *option)
        assert (code, told["file"], told["received"]) == (0, str(path), 1)
        assert len(told["checksum"]) == 64
        book = CalamineWorkbook.from_path(path)
        texts[option] = str(book.get_sheet_by_name("明细台账").to_python())
    assert "盛建军" not in texts[()]
    assert "盛建军" in texts["--full",]
    with closing(sqlite3.connect(folder / "bandecheng.db")) as store:
        exports = store.execute("SELECT full, made_by, cases FROM month_export").fetchall()
    assert exports == [(0, "命令行", 1), (1, "命令行", 1)]


def test_a_month_without_cases_is_reported_too(bandecheng, tmp_path):
    code, told, _ = bandecheng("report", "2026-03", "--out", tmp_path / "m.xlsx")
    assert (code, told["received"]) == (0, 0)


def test_a_backup_opens_and_holds_the_cases(bandecheng, register, case, tmp_path):
    register(case)
    code, told, _ = bandecheng("backup", "--to", tmp_path / "U盘")
    assert (code, told["cases"]) == (0, 1)
    with closing(sqlite3.connect(told["file"])) as copy:
        assert copy.execute('SELECT number FROM "case"').fetchall() == [(NUMBER,)]


def test_a_sound_store_is_told_sound_and_a_damaged_one_is_not(
    bandecheng, register, case, folder, tmp_path
):
    register(case)
    code, told, _ = bandecheng("check")
    assert (code, told["ok"], told["cases"]) == (0, True, 1)
    store = folder / "bandecheng.db"
    whole = bytearray(store.read_bytes())
    whole[4096:] = bytes(len(whole) - 4096)
    store.write_bytes(whole)
    code, told, sentence = bandecheng("check")
    assert (code, told) == (2, None)
    assert "损坏" in sentence


def test_the_folder_may_be_named_by_the_environment(folder, clock, monkeypatch, capsysbinary):
    from app.background import close_store
    from ui.command_line import main

    monkeypatch.setenv("BANDECHENG_DATA", str(folder))
    assert main(["find", "王"], clock) == 0
    assert (folder / "bandecheng.db").exists()
    close_store()


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("2026-11-20T09:20", "2026-11-20T09:20:00"),
        ("2026-11-20T09:20:00+08:00", "2026-11-20T09:20:00"),
        ("2026-11-20T23:20:00Z", "2026-11-21T07:20:00"),
        ("2026-11-20", "2026-11-20T00:00:00"),
    ],
)
def test_the_hour_on_the_wall_is_kept_and_another_zone_brought_to_it(
    bandecheng, register, case, written, kept
):
    _, opened, _ = register(case, received_at=written)
    assert bandecheng("show", opened["number"])[1]["received_at"] == kept


def test_a_computer_of_another_zone_takes_an_hour_that_has_passed(bandecheng, case, tmp_path):
    file = tmp_path / "case.json"
    at = datetime(2026, 11, 22, 1, 0, tzinfo=timezone(timedelta(0)))
    file.write_text(json.dumps({**case, "received_at": "2026-11-22T08:59:00+08:00"}), "utf-8")
    assert bandecheng("register", file, at=at)[0] == 0
    file.write_text(json.dumps({**case, "received_at": "2026-11-22T09:01:00+08:00"}), "utf-8")
    code, _, sentence = bandecheng("register", file, at=at)
    assert code == 2
    assert "received_at 受理时间不能晚于现在" in sentence
