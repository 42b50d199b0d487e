from dataclasses import replace

import pytest

from app.directory import MatterDraft, StaffDraft, UnitDraft, VillageDraft
from app.pasted import drafts, read_matters, read_staff, read_units, read_villages

CIVIL = UnitDraft(name="民政办", window_number="3", liaison="陈静", phone="10012340001")


@pytest.mark.parametrize(
    "text",
    [
        "民政办\t3\t陈静\t10012340001",
        "单位名称\t窗口号\t联络员\t联系电话\n民政办\t3\t陈静\t10012340001",
        "联系电话\t联系人\t单位\t窗口\n10012340001\t陈静\t民政办\t3",
        "序号\t单位\t窗口\t联络员\t电话\n1\t民政办\t3\t陈静\t10012340001",
        "民政办，3，陈静，10012340001",
        "民政办 3 陈静 10012340001\n\n",
        "民政办 陈静 10012340001 3",
    ],
)
def test_a_unit_is_understood_however_its_line_is_laid_out(text):
    assert drafts(read_units(text)) == [CIVIL]


@pytest.mark.parametrize(
    "text",
    [
        "民政办\t3\t陈静\t10012340001\t李强\t0570-6001234",
        "单位\t领导电话\t部门领导\t联络员\t联络员电话\t窗口号\n"
        "民政办\t0570-6001234\t李强\t陈静\t10012340001\t3",
        "民政办 3 陈静 10012340001 李强 0570-6001234",
    ],
)
def test_whom_to_turn_to_when_the_liaison_does_not_answer_is_understood(text):
    assert drafts(read_units(text)) == [replace(CIVIL, head="李强", head_phone="0570-6001234")]


def test_a_column_that_counts_the_lines_is_left_out():
    text = "1\t民政办\t陈静\n2\t社保所\t李强\n"
    assert [draft.name for draft in drafts(read_units(text))] == ["民政办", "社保所"]


def test_a_cell_of_two_lines_stays_one_cell():
    (read,) = read_units('"民政办\n（社会救助）"\t3')
    assert read.draft == UnitDraft(name="民政办 （社会救助）", window_number="3")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("民政办\t3\n民政办\t4", ["", "单位与第 1 行相同。"]),
        ("10012340001", ["请填写名称。"]),
        ("民政办\t3\t陈静\t1001234", ["手机号还少 4 位。"]),
        ("办" * 61, ["最多 60 个字，请删去 1 个。"]),
    ],
)
def test_what_is_wrong_is_told_beside_its_line_and_kept_out(text, problem):
    read = read_units(text)
    assert [line.problem for line in read] == problem
    assert len(drafts(read)) == problem.count("")


def test_a_lone_quote_swallows_no_line():
    assert len(drafts(read_units('民政办"\t3\n"社保所\t4\n司法所\t5'))) == 3


def test_who_has_no_work_number_is_given_the_next_free_one():
    read = read_staff("王芳 1\n李建国\n赵敏")
    assert drafts(read) == [
        StaffDraft(name="王芳", work_number="1"),
        StaffDraft(name="李建国", work_number="2"),
        StaffDraft(name="赵敏", work_number="3"),
    ]
    assert read[1].note == "没有写工号，先编为 2。"


def test_two_colleagues_may_share_a_name_but_not_a_number():
    read = read_staff("王芳 001\n王芳 002\n李建国 001")
    assert [line.problem for line in read] == ["", "", "工号与第 1 行相同。"]


@pytest.mark.parametrize(
    "text",
    [
        "柳林村\n石门村",
        "柳林村、石门村",
        "序号\t村社\n1\t柳林村\n2\t石门村",
        "1\t柳林村\n2\t石门村",
    ],
)
def test_villages_stand_a_line_each_or_in_one(text):
    assert drafts(read_villages(text)) == [VillageDraft(name="柳林村"), VillageDraft(name="石门村")]


@pytest.mark.parametrize("read", [read_staff, read_units, read_villages])
@pytest.mark.parametrize("text", ["", "\n \n", "\t\t\n", '"', "\x00", "，，"])
def test_nothing_is_read_from_nothing(read, text):
    assert drafts(read(text)) == []


IDENTITY = MatterDraft(
    name="身份证换领", unit="派出所", keywords="sfz", papers="旧身份证\n户口簿（原件）"
)


@pytest.mark.parametrize(
    "text",
    [
        "身份证换领\t派出所\tsfz\t旧身份证、户口簿（原件）",
        '身份证换领\t派出所\tsfz\t"旧身份证\n户口簿（原件）"',
        "事项名称\t所需材料\t主管单位\t关键词\n身份证换领\t旧身份证；户口簿（原件）\t派出所\tsfz",
        "序号\t事项\t承办部门\t别名\t材料清单\n1\t身份证换领\t派出所\tsfz\t旧身份证 户口簿（原件）",
        "身份证换领，派出所，sfz，旧身份证、户口簿（原件）",
    ],
)
def test_a_matter_is_understood_with_its_unit_and_papers(text):
    assert drafts(read_matters(text)) == [IDENTITY]


def test_an_empty_cell_moves_no_other():
    assert drafts(read_matters("低保\t\tdb\t")) == [MatterDraft(name="低保", keywords="db")]
    assert drafts(read_matters("低保\n残疾证")) == [
        MatterDraft(name="低保"),
        MatterDraft(name="残疾证"),
    ]
