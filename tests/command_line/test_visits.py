"""Home visits from the command line: asked for, suggested, planned, done, listed."""

import json
from dataclasses import fields
from datetime import datetime

import pytest

from app.access.unattended import settle_in
from app.background import close_store
from app.startup import start
from app.visits.draft import VisitDraft
from tests import visiting
from tests.command_line.conftest import CHINA
from tests.makers import resident
from ui.command_line import visit_json

NUMBER = "SM20261122-001"
CASE = "BBC-云溪-20261120-001"
WEDNESDAY = datetime(2026, 11, 25, 11, 0, tzinfo=CHINA)
WIFE = {
    "name": "刘秀珍",
    "id_number": resident("33011119700311342"),
    "phone": "10012345678",
    "village": "石门村",
    "needs": ["disabled"],
}
REQUEST = {"served": WIFE, "matter": "居民身份证换领", "consent": True}
PLAN = {"day": "2026-11-25", "half": "morning", "helpers": ["陈浩", "周敏（派出所）"]}


@pytest.fixture(autouse=True)
def crew(folder):
    """Two people who go, and a kit."""
    start(folder)
    settle_in()
    visiting.crew()
    visiting.kit()
    close_store()


@pytest.fixture
def visit(bandecheng, tmp_path):
    """Run a command of visits; a dict among its words is written to a file."""

    def run(*words, at=None):
        file = tmp_path / "said.json"
        said = [one for one in words if isinstance(one, dict)]
        if said:
            file.write_text(json.dumps(said[0]), "utf-8")
        named = [file if isinstance(one, dict) else one for one in words]
        return bandecheng("visit", *named, at=at)

    return run


def test_a_request_is_taken_and_shown_in_full(visit):
    code, told, sentence = visit("request", REQUEST | {"checklist": ["portrait"], "urgent": True})
    assert (code, sentence) == (0, "")
    assert (told["number"], told["status"], told["case"]) == (NUMBER, "requested", None)
    assert told["served"]["name"] == "刘秀珍"
    assert (told["village"], told["checklist"], told["urgent"]) == ("石门村", ["portrait"], True)
    assert told["eligibility"]["holds"] is True
    assert visit("show", NUMBER)[1] == told


def test_a_request_of_a_case_says_only_what_the_case_does_not(visit, register, case):
    register(case)
    told = visit("request", {"case": CASE, "consent": True})[1]
    assert told["case"] == CASE
    assert (told["served"]["name"], told["asker"]["name"]) == ("刘秀珍", "盛建军")
    assert told["matter"] == "居民身份证换领"
    last = visit("show", NUMBER)[1]["history"][-1]
    assert (last["act"], last["by"]) == ("request", "命令行")


def test_all_that_is_wrong_with_a_request_is_named_at_once(visit):
    wrong = REQUEST | {"consent": False, "people": "3", "checklist": ["photo"], "previus": NUMBER}
    code, told, sentence = visit("request", wrong)
    assert (code, told) == (2, None)
    for said in (
        "没有登记，请改正：",
        "people 要写成整数",
        "checklist 只能是 identity、portrait、fingerprint、signature 之一",
        "previus 没有这一项，是不是 previous？",
        "consent 要先征得本人或监护人同意",
    ):
        assert said in sentence
    code, _, sentence = visit("request", {"case": "BBC-1"})
    assert "case 没有编号为“BBC-1”的办件" in sentence
    assert visit("show", NUMBER)[0] == 2


def test_what_is_suggested_can_be_planned_as_it_stands(visit):
    visit("request", REQUEST | {"checklist": ["portrait"]})
    told = visit("suggest", NUMBER)[1]
    assert len(told) == 3
    assert told[0]["reason"] == "最早有空，路上多 20 分钟。"
    assert told[0]["plan"]["kits"] == ["1 号采集箱"]
    code, planned, _ = visit("plan", NUMBER, told[0]["plan"])
    assert (code, planned["status"]) == (0, "planned")
    assert planned["plan"]["starts_at"] == told[0]["starts_at"] == "2026-11-23T08:50:00"
    assert planned["plan"]["helpers"] == ["陈浩（派出所）", "周敏（派出所）"]


def test_a_clash_is_refused_and_says_with_what(visit):
    other = WIFE | {"name": "夏明", "id_number": ""}
    visit("request", REQUEST)
    visit("request", REQUEST | {"served": other})
    visit("plan", NUMBER, PLAN)
    plan = {name: value for name, value in PLAN.items() if name != "half"} | {"starts": "09:00"}
    code, told, sentence = visit("plan", "SM20261122-002", plan)
    assert (code, told) == (2, None)
    assert "没有安排，请改正：override 陈浩11月25日（周三）08:50—09:30已定去石门村" in sentence
    assert NUMBER in sentence
    code, told, _ = visit("plan", "SM20261122-002", plan | {"override": "同一户，一起办"})
    assert (code, told["history"][-1]["reason"]) == (0, "同一户，一起办")


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        ({}, "day 请写哪一天"),
        ({"day": "周三"}, "day 要写成 2026-11-22"),
        (PLAN | {"helpers": ["陈"]}, "helpers 名单里的有 陈浩、周敏"),
        (PLAN | {"kits": ["2 号采集箱"]}, "kits 名单里的有 1 号采集箱"),
        (PLAN | {"starts": "九点"}, "starts 要写成 09:30"),
        (PLAN | {"helpers": ["陈浩"]}, "helpers 上门至少要 2 人，请再选 1 人"),
        (PLAN | {"day": "2026-11-20"}, "day 这一天已经过去了"),
    ],
)
def test_a_plan_that_cannot_be_says_why(visit, plan, said):
    visit("request", REQUEST)
    code, told, sentence = visit("plan", NUMBER, plan)
    assert (code, told) == (2, None)
    assert said in sentence


def test_a_day_lists_its_stops_in_order_with_nobody_named(visit):
    visit("request", REQUEST)
    visit("plan", NUMBER, PLAN)
    code, told, _ = visit("day", "2026-11-25")
    assert (code, told["date"], told["working"]) == (0, "2026-11-25", True)
    (trip,) = told["trips"]
    assert (trip["team"], trip["half"], trip["way_minutes"]) == ("甲组", "morning", 20)
    (stop,) = trip["stops"]
    assert (stop["person"], stop["crew"]) == ("刘**", ["陈浩", "周敏"])
    assert "刘秀珍" not in json.dumps(told, ensure_ascii=False)
    assert visit("day", "昨天")[0] == 2


def test_a_done_visit_concludes_its_case_in_the_same_act(visit, register, case, bandecheng):
    register(case)
    visit("request", {"case": CASE, "consent": True})
    visit("plan", NUMBER, PLAN)
    done = {
        "outcome": "done",
        "note": "采集完，十天后寄到",
        "arrived_at": "2026-11-25T09:00",
        "left_at": "2026-11-25T09:30",
        "taken": ["旧身份证"],
    }
    wrong = done | {
        "left_at": "2026-11-25T12:30",
        "case": {"move": "spot", "said": {"way": "pigeon"}},
    }
    code, _, sentence = visit("outcome", NUMBER, wrong, at=WEDNESDAY)
    assert code == 2
    assert "case.said.way 只能是 phone" in sentence
    assert "left_at 时间不能晚于现在" in sentence
    ends = {"move": "spot", "said": {"ending": "done", "note": "采集完，十天后寄到"}}
    ends["said"] |= {"way": "visit", "told": "他说谢谢"}
    code, told, _ = visit("outcome", NUMBER, done | {"case": ends}, at=WEDNESDAY)
    assert (code, told["status"]) == (0, "done")
    assert (told["result"]["outcome"], told["result"]["taken"]) == ("done", ["旧身份证"])
    assert bandecheng("show", CASE)[1]["status"] == "informed"


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({}, "outcome 请选结果"),
        ({"outcome": "absent"}, "note 请写明现场情况和原因"),
        ({"outcome": "absent", "note": "没人", "case": {}}, "case 这次上门不是为哪件办件去的"),
        ({"outcome": "gone"}, "outcome 只能是 done、partly、absent"),
    ],
)
def test_an_outcome_that_cannot_be_says_why(visit, said, sentence):
    visit("request", REQUEST)
    visit("plan", NUMBER, PLAN)
    code, told, complaint = visit("outcome", NUMBER, said, at=WEDNESDAY)
    assert (code, told) == (2, None)
    assert sentence in complaint


def test_a_command_of_visits_that_is_none_names_those_there_are(bandecheng):
    code, _, sentence = bandecheng("visit", "fly")
    assert code == 2
    assert "没有“visit”这个命令" in sentence
    assert "visit request、visit show、visit suggest、visit plan、visit outcome" in sentence
    assert bandecheng("visit", "plan", NUMBER)[2].startswith("visit plan 还缺 FILE.json|-")


def test_a_week_goes_into_a_calendar_and_so_does_one_visit(visit, tmp_path):
    visit("request", REQUEST)
    visit("plan", NUMBER, PLAN)
    file = tmp_path / "上门.ics"
    assert visit("ics", "--week", "2026-W48", "--out", file)[1] == {"file": str(file), "visits": 1}
    assert "BEGIN:VEVENT" in file.read_text("utf-8")
    assert visit("ics", "--week", "2026-W49", "--out", file)[1]["visits"] == 0
    assert visit("ics", "--visit", NUMBER, "--out", file)[1]["visits"] == 1
    assert "DTSTART;TZID=Asia/Shanghai:20261125T" in file.read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "请写 --week"),
        (("--week", "2026-W48", "--visit", NUMBER), "请写 --week"),
        (("--week", "2026-W54"), "周请写成"),
        (("--week", "2026-11-25"), "周请写成"),
        (("--visit", NUMBER), "还没有安排过时间"),
    ],
)
def test_what_a_calendar_cannot_be_made_of_is_said(visit, words, said, tmp_path):
    visit("request", REQUEST)
    code, _, sentence = visit("ics", *words, "--out", tmp_path / "上门.ics")
    assert code != 0
    assert said in sentence
    assert not (tmp_path / "上门.ics").exists()


def test_what_the_form_asks_can_be_said_in_json():
    people = {"served", "asker"}
    linked = {"case_id": "case", "previous_id": "previous"}
    asked = {linked.get(one.name, one.name) for one in fields(VisitDraft)}
    assert asked == {*visit_json.REQUEST, *people, *linked.values()}
