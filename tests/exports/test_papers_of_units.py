"""The papers about units, from a case in the store to the page."""

import pytest

from app.moves import move_case
from app.papers.kinds import makeable, sheet_to_issue
from exports.written import WRITERS
from models.choices import Act, PaperKind
from tests.exports.reading import words_of
from tests.makers import NOW, case, furnish, somebody
from tests.said import TOGETHER, WITH_UNITS

SAYS = {
    PaperKind.ORDER: "派出所牵头，石门村配合。请上门",
    PaperKind.REMINDER: "第1次催办",
    PaperKind.SUPERVISION: "三日内上门",
    PaperKind.ESCALATION: "两家都不接",
    PaperKind.MINUTES: "先发临时证明",
    PaperKind.SURVEY: "能说清自己是谁",
    PaperKind.CONFLICT: "细则第九条",
    PaperKind.GROUP: "3栋202",
    PaperKind.EXEMPTION: "自然资源所",
    PaperKind.CUSTODY: "壹仟贰佰元整",
}


@pytest.mark.parametrize("kind", SAYS)
def test_what_was_said_stands_on_its_paper(store, tmp_path, kind):
    furnish()
    made = case()
    move_case(made.id, Act.ASSIGN, WITH_UNITS[Act.ASSIGN], somebody(), NOW)
    for act in (Act.REMIND, Act.SUPERVISE):
        move_case(made.id, act, WITH_UNITS[act] | {"share": 1}, somebody(), NOW)
    for act in (Act.ESCALATE, *(one for one in TOGETHER if one is not Act.DECIDED_DONE)):
        move_case(made.id, act, (WITH_UNITS | TOGETHER)[act], somebody(), NOW)
    about = next(one.about for one in makeable(made.id) if one.kind is kind)
    path = tmp_path / "paper.pdf"
    WRITERS[kind](sheet_to_issue(made.id, kind, somebody(), NOW, about), path)
    assert SAYS[kind] in words_of(path)
