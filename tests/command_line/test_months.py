import json

import openpyxl
import pytest

from tests.conftest import NOW


@pytest.fixture
def unlock(bandecheng, tmp_path):
    def run(**said):
        file = tmp_path / "said.json"
        file.write_text(json.dumps(said), "utf-8")
        return bandecheng("unlock", "2026-10", file)

    return run


def test_a_month_is_closed_and_opened_again_with_who_signed(bandecheng, unlock):
    code, told, _ = bandecheng("lock", "2026-10")
    (closed,) = told["versions"]
    assert (code, told["month"], closed["version"], closed["unlocked_at"]) == (
        0,
        "2026-10",
        1,
        None,
    )
    assert (closed["locked_by"], len(closed["checksum"])) == ("命令行", 64)
    assert closed["locked_at"] == NOW.replace(microsecond=0).isoformat()
    code, told, _ = unlock(reason="漏登一件", signed_on_paper="周建平")
    assert (code, told["versions"][0]["reason"]) == (0, "漏登一件")
    assert told["versions"][0]["unlocked_with"] == "周建平（纸质签字）"
    assert bandecheng("lock", "2026-10")[1]["versions"][0]["version"] == 2


def test_a_closed_month_is_reported_as_it_was(bandecheng, register, case, tmp_path):
    def reported():
        return bandecheng("report", "2026-10", "--out", tmp_path / "m.xlsx")[1]

    bandecheng("lock", "2026-10")
    before = reported()
    register(case, received_at="2026-10-12T09:00:00")
    assert reported() == before


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"signed_on_paper": "周建平"}, "reason 请写明为什么要解封"),
        ({"reason": "漏登"}, "signed_on_paper 请写在纸上签字同意解封的负责人"),
        ({"reason": "漏登", "signed_on_paper": "周建平", "password": "x"}, "password 没有这一项"),
        ({"reason": 3, "signed_on_paper": "周建平"}, "reason"),
        ({"reason": " ", "signed_on_paper": ""}, "要改什么；signed_on_paper 请写在纸上签字"),
    ],
)
def test_what_lacks_is_named_and_nothing_is_opened(bandecheng, unlock, said, sentence):
    bandecheng("lock", "2026-10")
    code, _, complaint = unlock(**said)
    assert (code, sentence in complaint, "没有解封" in complaint) == (2, True, True)
    assert "已经封账" in bandecheng("lock", "2026-10")[2]


@pytest.mark.parametrize(
    ("month", "sentence"), [("2026-11", "还没有过完"), ("2026年10月", "月份请写成 2026-11")]
)
def test_what_cannot_be_closed_is_said(bandecheng, month, sentence):
    code, told, complaint = bandecheng("lock", month)
    assert (code, told, sentence in complaint) == (2, None, True)


def test_all_figures_are_told_with_what_they_are_of_and_mean(bandecheng, register, case):
    register(case)
    code, told, _ = bandecheng("stats", "2026-11")
    assert code == 0
    assert (told["month"], told["over"], told["closed"]) == ("2026-11", False, False)
    figures = {one["name"]: one for one in told["figures"]}
    assert figures["受理（件）"]["month"] == {"numerator": 1, "denominator": None, "value": 1}
    assert figures["受理（件）"]["previous_month"] is None
    rate = figures["办结率"]
    assert rate["year_to_date"] == {"numerator": 0, "denominator": 1, "value": 0.0}
    assert "÷" in rate["definition"]
    assert figures["满意率"]["month"] == {"numerator": 0, "denominator": 0, "value": None}
    groups = {one["name"]: one["lines"] for one in told["groups"]}
    assert list(groups) == ["成因", "性质", "难度", "渠道", "事项", "单位", "村"]
    line = next(one for one in groups["渠道"] if one["name"] == "窗口")
    assert line["received"]["month"] == {"numerator": 1, "denominator": 1, "value": 100.0}


def test_the_figures_of_a_month_to_come_are_not_told(bandecheng, register, case):
    register(case)
    assert bandecheng("stats", "2026-12")[0] == 2


@pytest.fixture
def template(tmp_path):
    def made(text):
        book = openpyxl.Workbook()
        book.active["A1"] = text
        book.save(tmp_path / "template.xlsx")
        return tmp_path / "template.xlsx"

    return made


def test_the_superiors_table_is_filled_in(bandecheng, register, case, template, tmp_path):
    register(case)
    path = tmp_path / "filled.xlsx"
    code, told, _ = bandecheng(
        "report", "2026-11", "--template", template("{{月份}}受理{{受理}}件"), "--out", path
    )
    assert (code, told["received"]) == (0, 1)
    assert openpyxl.load_workbook(path).active["A1"].value == "2026年11月受理1件"


def test_what_the_table_asks_for_and_nobody_knows_is_named(bandecheng, template, tmp_path):
    path = tmp_path / "filled.xlsx"
    told = bandecheng("report", "2026-11", "--template", template("{{收件}}"), "--out", path)
    assert told[:2] == (2, None)
    assert "A1 {{收件}}" in told[2]
    assert not path.exists()
