"""A case is handled from the command line, by the rules of the desk."""

import pytest

from models.choices import Act

NUMBER = "BBC-云溪-20261120-001"


@pytest.fixture
def opened(register, case):
    register(case)
    return NUMBER


def asks(bandecheng, move):
    """What the move needs, by name."""
    found = next(one for one in bandecheng("next", NUMBER)[1] if one["move"] == move)
    return {one["name"]: one for one in found["asks"]}


def test_what_can_be_done_now_is_told_with_what_it_needs(bandecheng, opened):
    code, told, _ = bandecheng("next", opened)
    assert code == 0
    assert {"assign", "spot", "withdraw"} <= {one["move"] for one in told}
    assert all(list(one) == ["move", "name", "to", "asks"] for one in told)
    ending = asks(bandecheng, "spot")["ending"]
    assert list(ending["choices"]) == ["done", "partly", "redirected"]
    assert (ending["kind"], ending["needed"]) == ("choice", True)


def test_a_move_shows_the_case_as_it_then_is(bandecheng, opened, act):
    code, told, sentence = act(opened, "withdraw", note="他自己办好了。")
    assert (code, sentence) == (0, "")
    assert told == bandecheng("show", opened)[1]
    assert told["status"] == "withdrawn"
    last = told["history"][-1]
    assert (last["act"], last["by"], last["note"]) == ("withdraw", "命令行", "他自己办好了。")


def test_all_that_is_wrong_with_what_is_said_is_named_at_once(bandecheng, opened, act, everything):
    before = everything()
    code, told, sentence = act(opened, "spot", ending="办成", nots="好了")
    assert (code, told) == (2, None)
    for said in (
        "没有当场办结，请改正：",
        "ending 只能是 done、partly、redirected 之一",
        "nots 没有这一项，是不是 note？",
        "note 请写明办理结果",
    ):
        assert said in sentence
    assert sentence.count("\n") == 1
    assert everything() == before


@pytest.mark.parametrize(
    ("move", "said"),
    [
        ("inform", "这件事现在是“已登记”，不能再反馈"),
        ("fly", "没有“fly”这个环节，现在能办的有"),
    ],
)
def test_a_move_that_cannot_be_made_says_why(opened, act, move, said):
    code, told, sentence = act(opened, move, note="好")
    assert (code, told) == (2, None)
    assert said in sentence


def test_what_is_said_has_to_be_an_object(bandecheng, opened, tmp_path):
    file = tmp_path / "list.json"
    file.write_text("[]")
    code, _, sentence = bandecheng("act", opened, "withdraw", file)
    assert code == 2
    assert "里要有“撤回”要填的内容" in sentence


def test_every_list_of_the_desk_is_told_with_its_cases(bandecheng, opened, act):
    code, told, _ = bandecheng("today")
    assert (code, told["date"]) == (0, "2026-11-22")
    first = next(one for one in told["todo"] if one["count"])
    assert first["cases"][0]["number"] == opened
    assert first["cases"][0]["person"] == "刘**"
    assert first["move"] in {one.value for one in Act}
    act(opened, "withdraw", note="不办了")
    assert not any(one["count"] for one in bandecheng("today")[1]["todo"])


def test_a_paper_is_written_numbered_and_put_on_record(bandecheng, opened, tmp_path):
    path = tmp_path / "登记表.pdf"
    told = bandecheng("paper", opened, "register", "--out", path)
    assert told == (0, {"file": str(path), "number": opened, "reprint": False}, "")
    assert path.stat().st_size > 1000
    assert bandecheng("paper", opened, "register", "--out", path)[1]["reprint"] is True
    acts = [one["act"] for one in bandecheng("show", opened)[1]["history"]]
    assert acts == ["register", "issue", "reprint"]


@pytest.mark.parametrize(
    ("kind", "options", "said"),
    [
        ("letter", (), "没有“letter”这种文书，可用的有 receipt、register"),
        ("rework", (), "这件事现在还没有可以出具的差评整改单"),
        ("register", ("--about", "2"), "--about 请写 1 到 1 的整数"),
    ],
)
def test_a_paper_that_cannot_be_made_says_why(bandecheng, opened, tmp_path, kind, options, said):
    code, told, sentence = bandecheng("paper", opened, kind, "--out", tmp_path / "p.pdf", *options)
    assert (code, told) == (2, None)
    assert said in sentence
