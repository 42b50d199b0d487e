"""The pieces that papers are made of, where no single paper shows a rule of theirs."""

import re
import sys
import threading

import pytest

from app.resources import resource
from exports.kit.form import Form, table
from exports.kit.grid import Band, Cell, Grid
from exports.kit.page import FORM, Sheet, opened, roomiest, write_sheet
from exports.kit.pieces import Balanced, Closed, Gap, Headed, NewPage
from exports.kit.prose import Prose, Style
from exports.kit.words import day, full_day, moment, wording
from tests.exports.reading import page_count, text_of
from tests.exports.samples import at

FORM_10 = Form(10.5)
LINE = "这是一行字。\n"


def prose(lines: int, size: float = 10.5) -> Prose:
    return Prose((LINE * lines).strip(), Style(size, 1.5, "left"))


def sheet(*story) -> Sheet:
    return Sheet(title="test", author="test", story=story)


def test_a_row_must_fill_its_columns():
    with pytest.raises(ValueError, match="23 columns instead of 24"):
        Grid([FORM_10.row(Cell(Prose("一"), 23))])
    with pytest.raises(ValueError, match="24 columns instead of 22"):
        Grid([Band("题", (FORM_10.row(Cell(Prose("一"), 24)),))])


def test_a_text_never_leaves_one_line_alone(tmp_path):
    for lines in range(44, 52):
        halves = prose(lines).split(300, 46 * 15.75)
        if lines <= 46:
            continue
        assert halves is not None
        first, rest = (len(half.lines(300)) for half in halves)
        assert first + rest == lines
        assert rest >= 2


def test_the_largest_type_that_needs_no_more_pages_is_taken():
    for lines, size in ((10, 14), (35, 14), (40, 12), (60, 14)):
        made = roomiest(lambda size, lines=lines: sheet(prose(lines, size)), (14, 12, 10))
        assert made.story[0].style.size == size, lines


def test_a_list_takes_its_head_with_it(tmp_path):
    """Neither the title nor one row stays behind when the rest goes on."""
    rows = [(str(number), "内容") for number in range(8)]
    listed = Headed(prose(1), table(FORM_10, (("号", 6), ("说明", 18)), rows))
    for tall in range(560, 745, 10):
        write_sheet(sheet(Gap(tall), listed), tmp_path / "a.pdf")
        text = text_of(tmp_path / "a.pdf")
        first = text.split("第1页")[0]
        assert first.count("内容") != 1
        assert ("说明" in first) == ("内容" in first) == ("这是一行字" in first)
        assert text.count("内容") == 8


def test_what_closes_a_list_is_never_alone_on_a_page(tmp_path):
    rows = [(str(number), "内容") for number in range(8)]
    story = Closed(table(FORM_10, (("号", 6), ("说明", 18)), rows), Prose("签名"))
    for tall in range(400, 745, 5):
        write_sheet(sheet(Gap(tall), story), tmp_path / "a.pdf")
        last = text_of(tmp_path / "a.pdf").split("第1页")[
            -1 if page_count(tmp_path / "a.pdf") > 1 else 0
        ]
        assert last.count("内容") >= 2
        assert "签名" in last


def test_what_closes_a_list_goes_on_too_where_no_page_holds_it(tmp_path):
    rows = [(str(number), "内容") for number in range(3)]
    end = table(FORM_10, (("号", 6), ("说明", 18)), [("签", "名")] * 60)
    write_sheet(
        sheet(Closed(table(FORM_10, (("号", 6), ("说明", 18)), rows), end)), tmp_path / "a.pdf"
    )
    assert text_of(tmp_path / "a.pdf").count("内容") == 3
    assert text_of(tmp_path / "a.pdf").count("签") == 60


def test_a_form_fills_its_page_with_what_closes_it():
    grid = Grid([FORM_10.row(Cell(Prose("一"), 24), grow=1)])
    (laid,) = sheet(Closed(grid, prose(2))).pages
    assert laid[0][0].height(FORM.inner) == pytest.approx(FORM.room)


def test_a_page_of_its_own_begins_without_the_head_of_a_continued_one():
    again = Prose("（续）")
    made = Sheet(
        title="test", author="test", story=(prose(3), NewPage(), prose(60)), again=(again,)
    )
    assert [again in [piece for piece, _ in page] for page in made.pages] == [False, False, True]


def test_a_spring_pushes_what_follows_to_the_foot():
    (laid,) = sheet(prose(1), Gap(0, growth=1), prose(2)).pages
    piece, down = laid[-1]
    assert down + piece.height(FORM.inner) == pytest.approx(FORM.room)


def test_a_title_of_two_lines_has_lines_of_about_one_length(tmp_path):
    title = Prose(
        "关于一家竹木制品加工厂扩建厂房办理不动产登记的协调会议纪要", Style(20, 1.5, "center")
    )
    assert [len(line.placed) for line in title.lines(FORM.inner)] == [24, 5]
    write_sheet(sheet(Balanced(title)), tmp_path / "a.pdf")
    lines = text_of(tmp_path / "a.pdf").splitlines()[:2]
    assert abs(len(lines[0]) - len(lines[1])) <= 2


def test_a_band_begins_on_the_next_page_rather_than_be_cut_at_its_head():
    rows = tuple(FORM_10.row(Cell(Prose(f"{number}"), 22), least=30) for number in range(10))
    grid = Grid([Band("上", rows), Band("下", rows)])
    above, below = grid.split(FORM.inner, 10 * 30 + 75)
    assert above.height(FORM.inner) == 300
    assert below.height(FORM.inner) == 300


def test_a_paper_that_fails_half_way_leaves_nothing(tmp_path):
    with pytest.raises(ZeroDivisionError), opened(tmp_path / "a.pdf", (100, 100), "a", "a") as page:
        page.showPage()
        1 / 0  # noqa: B018  # the error of a drawing
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def hasty_threads():
    """Threads that take turns far more often than they do by themselves."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.usefixtures("hasty_threads")
def test_papers_written_at_one_time_do_not_mix(tmp_path):
    """A face keeps the characters of one document only."""
    texts = [chr(0x4E00 + 300 * number) * 5 + "之" * number for number in range(12)]

    def write(number: int) -> None:
        for _ in range(5):
            write_sheet(sheet(Prose(texts[number])), tmp_path / f"{number}.pdf")

    threads = [threading.Thread(target=write, args=(number,)) for number in range(len(texts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for number, text in enumerate(texts):
        assert text in text_of(tmp_path / f"{number}.pdf")


def test_dates_are_told_as_people_read_them():
    noon = at("2026-12-04T09:05")
    assert day(noon) == "2026年12月4日"
    assert full_day(noon) == "2026年12月4日（星期五）"
    assert moment(noon) == "2026年12月4日9时05分"


def test_what_is_put_into_wording_is_not_read_as_markup():
    said = wording("receipt", "next.transfer", handover="**尽快**", unit="{unit}[next.spot]")
    assert "**尽快**" in said
    assert "{unit}[next.spot]" in said


def test_long_wording_has_full_width_marks_only():
    for path in resource("texts").glob("*.txt"):
        for line in path.read_text("utf-8").splitlines():
            if not line.startswith(("#", "[")):
                assert not re.search(r"[\u4e00-\u9fff][,;:?!()]", line), line
