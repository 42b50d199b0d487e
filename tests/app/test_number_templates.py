from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import AppError
from app.numbers import render, template_problem

DAY = date(2026, 11, 22)
USUAL = "BBC-{place}-{date}-{serial:03}"


@pytest.mark.parametrize(
    ("template", "serial", "place", "number"),
    [
        (USUAL, 3, "云溪", "BBC-云溪-20261122-003"),
        (USUAL, 1000, "云溪", "BBC-云溪-20261122-1000"),
        (USUAL, 3, "", "BBC-20261122-003"),
        (USUAL, 3, " 云溪/镇 ", "BBC-云溪镇-20261122-003"),
        ("{date}{serial:04}", 12, "云溪", "202611220012"),
        ("{date}-{serial}", 12, "云溪", "20261122-12"),
        ("云便〔{date}〕第{serial}号", 12, "云溪", "云便〔20261122〕第12号"),
    ],
)
def test_a_number_is_written_by_its_pattern(template, serial, place, number):
    assert template_problem(template) == ""
    assert render(template, DAY, serial, place) == number


@pytest.mark.parametrize("day", [date(1900, 1, 1), date(2100, 12, 31)])
def test_every_date_has_eight_digits(day):
    assert render("{date}-{serial}", day, 1, "") == f"{day:%Y%m%d}-1"


@pytest.mark.parametrize(
    ("template", "word"),
    [
        ("", "缺 {date}"),
        ("BBC-{serial:03}", "缺 {date}"),
        ("BBC-{date}", "缺 {serial:03}"),
        ("BBC-{date}-{serial}-{year}", "没有“{year}”"),
        ("BBC-{date}-{serial}-{}", "没有“{}”"),
        ("{date.__class__}-{serial}", "没有“{date.__class__}”"),
        ("{date}-{serial:>999999999}", "写法不对"),
        ("{date:%Y}-{serial}", "写法不对"),
        ("{date}-{serial!r}", "写法不对"),
        ("{date}-{serial:{place}}", "写法不对"),
        ("{date}-{serial}-{serial}", "只能用一次"),
        ("{date}-{serial", "花括号没有配对"),
        ("{{date}}-{date}-{serial}", "不能有“{”"),
        ("../{date}/{serial}", "不能有“/”"),
        ("BBC {date} {serial}", "不能有“空格”"),
        ("BBC\u202e{date}{serial}", "看不见的字符"),
        ("B" * 30 + "{date}{serial}", "最多 40 个字"),
    ],
)
def test_a_pattern_that_would_not_do_is_told_why(template, word):
    assert word in template_problem(template)
    with pytest.raises(AppError):
        render(template, DAY, 1, "云溪")


@given(st.text("{}:!.[]0123dateserialplace-", max_size=39))
def test_whatever_is_typed_has_a_sentence_or_makes_a_number(template):
    if not template_problem(template):
        assert "20261122" in render(template, DAY, 7, "云溪")
