"""The registration form, read back with other libraries than the one that wrote it."""

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.sheets import Handover, RegisterSheet, Step
from exports.kit.fonts import BOLD, REGULAR
from exports.ratings import LEVELS
from exports.register_pdf import write_register
from models.choices import Cause, Channel, Ending, Grade, Method, Nature, Need
from tests.exports import samples
from tests.exports.reading import (
    assert_well_laid,
    chars_of,
    fonts_of,
    page_count,
    text_of,
    words_of,
)

SHEETS = {name: value for name, value in vars(samples).items() if isinstance(value, RegisterSheet)}
BARE = RegisterSheet(
    centre=samples.CENTRE,
    number="BBC-云溪-20261118-009",
    received_at=samples.at("2026-11-18T16:40"),
    channel=Channel.PHONE,
    received_by="王芳",
    applicant=samples.person("李\U0002ebf0", "3308"),
    matter="医保缴费记录不一致",
    due_on=samples.PLAIN.promised_on,
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "登记表.pdf"


@pytest.mark.parametrize("sheet", [*SHEETS.values(), BARE], ids=[*SHEETS, "BARE"])
def test_nothing_lies_over_anything_or_off_the_page(sheet, path):
    write_register(sheet, path)
    assert_well_laid(path)


def test_everything_known_of_the_case_is_on_it(path):
    sheet = samples.WHOLE_CASE
    write_register(sheet, path)
    words = words_of(path)
    person, first, last = sheet.applicant, sheet.steps[0], sheet.steps[-1]
    for part in (
        *(sheet.number, person.name, person.phone, person.id_kind, person.id_number),
        *(person.address, sheet.sex, sheet.beneficiary, sheet.proxy, sheet.been_to, sheet.trips),
        *(sheet.first_applied, sheet.was_told, sheet.matter, sheet.problem, sheet.demand),
        *(sheet.ask_business, sheet.ask_trouble, sheet.materials[2].told, sheet.solution),
        *(sheet.lead, sheet.helpers, "2026年11月25日（星期三）", sheet.due_rule, sheet.assessment),
        *(sheet.assessed_by, sheet.coordination, sheet.result, sheet.feedback, sheet.call_back),
        *(sheet.words, sheet.archive_number, sheet.attachments, first.what, last.what),
        *("2026年12月10日9时00分", "同意上门，11月20日上午", "分管领导签名"),
    ):
        assert "".join(part.split()) in words, part


def test_every_list_is_printed_whole_with_its_choice_ticked(path):
    write_register(samples.WHOLE_CASE, path)
    words = words_of(path)
    chosen = {"窗口", "老年人", "重病", "很难办", "一般", "上门", "线上线下渠道不畅通", "办成"}
    for choices in (Channel, Need, Nature, Grade, Method, Cause, Ending):
        for label in (one.label for one in choices if one.label):
            assert f"□{label}" in words or f"□✓{label}" in words, label
            assert (f"□✓{label}" in words) == (label in chosen), label
    assert [rating for rating in LEVELS if f"□✓{rating}" in words] == ["非常满意"]


def test_a_case_just_registered_leaves_room_to_write(path):
    write_register(BARE, path)
    words = words_of(path)
    ticked = re.findall(r"✓(\w+?)□", words)
    assert ticked == [Channel.PHONE.label]
    assert "□还要办理什么业务？□还有什么需求？□还有什么问题与困难？" in words
    assert "没有收材料。" in words
    assert "承办单位" in words
    assert "None" not in words


def test_what_was_asked_is_ticked_and_answered(path):
    write_register(samples.NEW_CASE, path)
    words = words_of(path)
    assert "□✓还要办理什么业务？顺便问一下残疾人护理补贴怎么办。" in words
    assert "□✓还有什么需求？没有。" in words
    assert "□还有什么问题与困难？" in words


def test_it_is_marked_as_internal_on_every_page(path):
    write_register(samples.WHOLE_CASE, path)
    assert page_count(path) == 2
    assert text_of(path).count("内部资料，含个人信息，不得外传。") == 2
    assert text_of(path).count(samples.WHOLE_CASE.number) == 2


def test_a_missing_character_is_marked_and_said(path):
    write_register(BARE, path)
    assert "李〓" in text_of(path)
    assert text_of(path).count("〓处的字本机没有，请手写补上。") == 1


def test_a_void_one_says_so_across_every_page(path):
    write_register(samples.VOID_REGISTER, path)
    assert "作废2026年11月19日王芳" in words_of(path)
    across = [char["text"] for char in chars_of(path) if char["size"] > 60]
    assert len(across) >= 2 * page_count(path)


def test_a_long_history_goes_on_with_its_heads(path):
    steps = tuple(
        Step(
            samples.at("2026-11-18T09:05"), "办理情况", "王芳", f"第{at}次催问，对方答复正在研究。"
        )
        for at in range(1, 121)
    )
    write_register(replace(samples.WHOLE_CASE, steps=steps), path)
    assert_well_laid(path)
    words = words_of(path)
    assert words.count("时间环节经手人内容") == page_count(path) - 1  # on each but the first
    assert [at for at in range(1, 121) if f"第{at}次催问" not in words] == []


@pytest.mark.parametrize("lines", [1, 40, 48, 52, 60, 150])
def test_a_step_may_be_longer_than_a_page(lines, path):
    told = "\n".join(f"第{at}次催问。" for at in range(lines))
    step = Step(samples.at("2026-11-18T09:05"), "办理情况", "王芳", told)
    write_register(replace(samples.WHOLE_CASE, steps=(step,)), path)
    assert_well_laid(path)
    assert [at for at in range(lines) if f"第{at}次催问" not in words_of(path)] == []


def test_a_long_problem_goes_on_over_the_page(path):
    problem = "".join(f"第{at}回去问，窗口说还要等。" for at in range(400))
    write_register(replace(samples.WHOLE_CASE, problem=problem), path)
    assert_well_laid(path)
    text = text_of(path)
    assert [at for at in range(400) if f"第{at}回" not in "".join(text.split())] == []


def test_a_heading_is_never_parted_from_its_rows(path):
    """The head of the units stands on the page of the first unit, wherever the page ends."""
    for lines in range(0, 30, 3):
        write_register(replace(samples.WHOLE_CASE, was_told="只说不行。\n" * lines), path)
        pages = text_of(path).split("内部资料")
        with_head = [page for page in pages if "承办单位" in page]
        assert len(with_head) == 1
        assert "柳林村村民委员会" in with_head[0].split("承办单位")[1]


def test_only_embedded_fonts_and_the_same_bytes(tmp_path):
    for name in ("a", "b"):
        write_register(samples.WHOLE_CASE, tmp_path / name)
    assert fonts_of(tmp_path / "a") == dict.fromkeys((REGULAR, BOLD), True)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


@given(*[st.text(max_size=300)] * 4)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_is_typed_can_be_printed(path, name, problem, unit, answer):
    sheet = replace(
        samples.WHOLE_CASE,
        applicant=replace(samples.WHOLE_CASE.applicant, name=name, address=answer),
        sex=unit,
        problem=problem,
        ask_need=answer,
        been_to=unit,
        handovers=(Handover(unit, name, answer=answer),) * 3,
        steps=(Step(samples.PLAIN.received_at, unit, name, problem),) * 3,
    )
    write_register(sheet, path)
    assert page_count(path) >= 1
