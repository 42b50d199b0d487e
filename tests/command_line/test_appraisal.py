"""The appraisal of units on the command line."""

from datetime import timedelta

from tests.command_line.conftest import CHINA
from tests.conftest import NOW

LATER = (NOW + timedelta(days=20)).replace(tzinfo=CHINA)


def test_a_unit_that_does_not_answer_is_told_with_its_case(bandecheng, register, case, act):
    number = register(case)[1]["number"]
    act(number, "assign", lead="派出所", note="请上门")
    code, told, _ = bandecheng("appraisal", "2026-Q4", at=LATER)
    assert (code, told["quarter"], told["over"]) == (0, "2026-Q4", False)
    assert [one["event"] for one in told["rules"]][:3] == ["passed", "groundless", "overdue"]
    units = {one["unit"]: one for one in told["units"]}
    (point,) = units["派出所"]["points"]
    assert (point["event"], point["number"], point["points"]) == ("overdue", number, -5)
    assert (units["派出所"]["minus"], units["派出所"]["total"]) == (-5, None)  # too few cases
    assert "case_id" not in point


def test_a_quarter_is_written_as_it_should_be_and_has_come(bandecheng):
    assert bandecheng("appraisal", "2026-11")[0] == 2
    code, _, told = bandecheng("appraisal", "2031-Q1", at=LATER)
    assert (code, "还没有到" in told) == (2, True)
