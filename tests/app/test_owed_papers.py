"""An act and the paper it owes."""

import pytest

from app.moves import move_case
from app.moves.owed import OWED, owed_kinds, owed_papers
from app.papers.kinds import SHEETS, makeable
from models.choices import Act, Ending, PaperKind
from tests import makers
from tests.makers import NOW
from tests.said import WITH_UNITS


@pytest.fixture
def opened(store):
    makers.furnish()
    return makers.case().id


def test_every_paper_that_is_owed_can_be_made():
    assert {kind for kinds in OWED.values() for kind in kinds} <= set(SHEETS)


@pytest.mark.parametrize(
    ("act", "named"),
    [
        (Act.ASSIGN, "交办单"),
        (Act.CONCLUDE, "办结告知书"),
        (Act.GRANT_NO, "告知书"),
        (Act.PROGRESS, ""),
    ],
)
def test_the_button_names_what_will_be_printed(act, named):
    assert owed_kinds(act) == named


def test_of_several_reminders_only_the_last_is_printed(opened):
    makers.move(opened, Act.ASSIGN)
    for _ in range(2):
        before = makeable(opened)
        move_case(opened, Act.REMIND, WITH_UNITS[Act.REMIND] | {"share": 1}, makers.somebody(), NOW)
    (paper,) = owed_papers(opened, Act.REMIND, before)
    assert paper.kind is PaperKind.REMINDER
    assert "第2次" in paper.label


def test_a_conclusion_owes_the_notice_of_its_ending(opened):
    makers.move(opened, Act.TAKE_UP, "")
    before = makeable(opened)
    makers.move(opened, Act.CONCLUDE, ending=Ending.PARTLY)
    assert [one.kind for one in owed_papers(opened, Act.CONCLUDE, before)] == [PaperKind.COMPLETION]
