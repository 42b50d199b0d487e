"""What the papers of home visits say."""

import re
from dataclasses import replace

import pypdfium2
import pytest

from exports.visit_day_pdf import write_visit_day
from exports.visit_notice_pdf import write_visit_notice
from exports.visit_pdf import write_visit
from exports.visit_round_pdf import write_visit_round
from models.choices import HalfDay, VisitCheck, VisitKind
from tests.exports import sample_visits as visits
from tests.exports.reading import chars_of, page_count, text_of, words_of


@pytest.fixture
def path(tmp_path):
    return tmp_path / "上门.pdf"


def pages(path):
    with pypdfium2.PdfDocument(path) as pdf:
        return ["".join(page.get_textpage().get_text_bounded().split()) for page in pdf]


def test_a_visit_sheet_is_one_page_with_two_receipts_overleaf(path):
    write_visit(visits.VISIT, path)
    front, back = pages(path)
    assert "按指印处" in front
    assert "见证人" in front
    assert back.count("今收到龚正荣下列材料，用于办理“行动不便老人换领居民身份证”。") == 2
    assert back.index("群众联") < back.index("沿此线裁开") < back.index("窗口联")


def test_what_is_known_is_ticked_and_what_comes_of_it_is_not(path):
    write_visit(replace(visits.VISIT, checks=(VisitCheck.PORTRAIT,)), path)
    words = words_of(path)
    assert "□✓业务上门□送证上门" in words
    assert "□身份核验□✓人像□指纹□签字" in words
    assert "□✓清楚，能表示□不能表示" in words
    assert "□办成□部分办成□未遇□拒绝□设备故障□身体不便□材料不齐" in words
    assert "□邮寄□再上门□代领" in words


def test_an_urgent_visit_says_so(path):
    write_visit(visits.VISIT, path)
    assert "SM20261118-001【急】" in words_of(path)
    write_visit(visits.UNPLANNED, path)
    assert "急】" not in words_of(path)


def test_the_hour_stands_only_where_it_was_promised(path):
    write_visit(visits.VISIT, path)
    assert "11月20日（星期五）上午9时30分" in words_of(path)
    write_visit(replace(visits.VISIT, at=None), path)
    assert "11月20日（星期五）上午路上" in words_of(path)


@pytest.mark.parametrize("sheet", [visits.BLANK, visits.UNPLANNED])
def test_who_has_no_plan_yet_ticks_the_half_day_by_hand(sheet, path):
    write_visit(sheet, path)
    assert "约定时间年月日□上午□下午" in words_of(path)


def test_a_blank_sheet_has_every_box_and_none_ticked(path):
    write_visit(visits.BLANK, path)
    words = words_of(path)
    assert page_count(path) == 2
    assert "✓" not in words
    assert all(f"□{kind.label}" in words for kind in VisitKind)
    assert "回来后当天补录" in words
    assert not re.search("SM|〓|1人|制单", words)


def test_the_largest_thing_of_a_notice_is_when_and_nothing_is_small(path):
    write_visit_notice(visits.NOTICE, path)
    sizes = {round(char["size"]) for char in chars_of(path) if char["text"].strip()}
    when = [round(char["size"]) for char in chars_of(path) if char["text"] == "五"]
    assert when == [max(sizes)]
    body = [char["size"] for char in chars_of(path) if char["text"] in "簿收费"]
    assert min(body) >= 16


def test_a_notice_tells_the_half_day_and_promises_no_hour(path):
    write_visit_notice(visits.BY_HALF_DAY, path)
    words = words_of(path)
    assert "2026年11月20日（星期五）上午谁来" in words
    assert "左右" not in words


def test_a_notice_promises_what_the_centre_set_and_nothing_else(path):
    write_visit_notice(replace(visits.NOTICE, promises="不收费。\n不吃请。"), path)
    words = words_of(path)
    assert "1.不收费。2.不吃请。3.上门人员会先出示工作证件" in words
    write_visit_notice(visits.BY_HALF_DAY, path)
    words = words_of(path)
    assert "1.上门人员会先出示工作证件" in words
    assert "收费" not in words
    assert "请准备" not in words


def test_a_day_is_listed_in_the_order_of_its_stops_with_their_phones(path):
    write_visit_day(visits.DAY_LIST, path)
    words = words_of(path)
    places = [words.index(one.phone) for one in visits.DAY_LIST.stops]
    assert places == sorted(places)
    assert "109:30—10:10约定了钟点" in words
    assert "10:15—10:30约定上午" in words
    assert "3站，3人，路上50分钟" in words


def test_a_long_day_repeats_its_heads(path):
    write_visit_day(visits.TWENTY, path)
    assert all("约定和路上" in page for page in pages(path))


def test_a_round_counts_its_villages_and_lists_everybody(path):
    write_visit_round(visits.SIXTY_TWO, path)
    text = text_of(path)
    assert "竹溪村2人，柳林村1人" in "".join(text.split())
    assert "62次，62人" in "".join(text.split())
    assert len(re.findall(r"SM20261119-0\d\d", text)) == 62
    assert f"11月24日周二{HalfDay.AFTERNOON.label}" in words_of(path)
