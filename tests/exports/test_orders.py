"""What the papers between the window and its units say."""

import re
from dataclasses import replace

import pytest

from app.sheets.orders import SUPERVISION_GROUNDS
from exports.escalation_pdf import write_escalation
from exports.order_pdf import write_order
from exports.reminder_pdf import write_reminder
from exports.supervision_pdf import write_supervision
from models.choices import Ending
from tests.exports import sample_orders as orders
from tests.exports.reading import assert_well_laid, page_count, text_of, words_of


@pytest.fixture
def path(tmp_path):
    return tmp_path / "单.pdf"


def test_an_order_comes_with_its_slip_and_the_form_to_answer(path):
    write_order(orders.ORDER, path)
    words = words_of(path)
    assert page_count(path) == 2
    assert words.count(orders.ORDER.number) == 4  # head, cut line, slip, form to answer
    assert "签收（退回）回执JB20261118-018云溪派出所" in words
    assert "承办单位云溪派出所（牵头）" in words
    assert "签收时限2026年11月19日（星期四）前" in words
    assert words.count("2026年11月25日（星期三）前") == 2
    assert [f"□{one.label}" in words for one in Ending] == [True] * len(Ending)


def test_an_order_without_more_is_for_the_whole_case_and_signed_the_same_day(path):
    write_order(orders.CO_HANDLER, path)
    words = words_of(path)
    assert "交办内容整件事项。" in words
    assert "签收时限收到当日" in words
    assert "2027年1月4日（星期一）前（如遇调休以电话为准）" in words
    assert "研判意见" not in words
    assert "办理要求" not in words


def test_a_transfer_is_called_so(path):
    write_order(orders.TRANSFER, path)
    assert "转办单" in words_of(path)
    assert "𠅤小㛃" in text_of(path)


def test_a_reminder_says_the_how_manieth_it_is_and_what_came_before(path):
    write_reminder(orders.REMINDER, path)
    words = words_of(path)
    assert "第3次催办" in words
    assert "第1次2026年11月24日电话联络员陈浩设备在修，修好马上去。" in words
    assert "抄送：镇分管领导" in words
    write_reminder(orders.FIRST_REMINDER, path)
    assert "以前的催办" not in words_of(path)
    assert "抄送" not in words_of(path)


def ticked(path):
    return re.findall(r"□✓([^□✓]+?)(?=□|事项)", words_of(path))


def test_the_grounds_of_supervision_are_ticked_and_others_added(path):
    write_supervision(orders.SUPERVISION, path)
    assert ticked(path) == list(orders.SUPERVISION.grounds)
    assert [f"□{one}" in words_of(path).replace("✓", "") for one in SUPERVISION_GROUNDS] == (
        [True] * len(SUPERVISION_GROUNDS)
    )
    write_supervision(orders.OTHER_GROUNDS, path)
    assert ticked(path) == ["答复没有写明依据"]
    assert "逾期没有退单没有催办没有" in words_of(path)


def test_a_long_name_of_a_centre_has_its_own_line(path):
    name = "临溪县云溪镇人民政府党群便民服务中心"
    centre = replace(orders.SUPERVISION.centre, name=name)
    write_supervision(replace(orders.SUPERVISION, centre=centre), path)
    assert text_of(path).splitlines()[:2] == [name, "督办单"]


def test_an_escalation_shows_the_whole_path_in_order(path):
    write_escalation(orders.ESCALATION, path)
    words = words_of(path)
    assert "镇分管领导李建明：本件因累计退单3次" in words
    assert re.findall("交办|签收|退单(?=云溪|县交|镇综)|改派", words.split("理由、依据")[1]) == [
        one.act for one in orders.ESCALATION.path
    ]
    assert "请于2026年10月23日（星期五）前批示" in words
    write_escalation(replace(orders.ESCALATION, answer_by=None), path)
    assert "请尽快批示。" in words_of(path)


def test_a_long_path_repeats_its_heads(path):
    write_escalation(replace(orders.ESCALATION, path=orders.ESCALATION.path * 8), path)
    assert_well_laid(path)
    assert words_of(path).count("时间环节单位经手人理由、依据") >= page_count(path) - 1
    assert text_of(path).count("10月16日") == 8
