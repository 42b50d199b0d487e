"""The published cases are entered and brought to their real ends through the command line."""

import json
from collections import Counter
from datetime import datetime, timedelta, timezone

import pytest

from app.access.unattended import settle_in
from app.demo.town import Trouble, town
from app.resources import resource
from models.choices import Ending
from tests.command_line import published
from ui.command_line.arguments import understand
from ui.command_line.commands import COMMANDS

CHINA = timezone(timedelta(hours=8))
FIRST = datetime(2025, 3, 3, 9, 0)  # a Monday
LATER = datetime(2026, 11, 22, 9, 0)
IDS = [one["id"] for one in json.loads(resource("demo", "cases.json").read_text("utf-8"))]
CASES = dict(zip(IDS, town().troubles, strict=True))
SHAPES = {name: shape for name, (shape, _) in COMMANDS.items()}


@pytest.fixture
def run(store, tmp_path):
    """A command in this process, with the store left open for the next one."""
    settle_in()

    def command(at: datetime, *words: str, said: object = None):
        file = tmp_path / "said.json"
        if said is not None:
            file.write_text(json.dumps(said), "utf-8")
            words = (*words, str(file))
        asked = understand(words, SHAPES)
        return COMMANDS[asked.command][1](asked, at.replace(tzinfo=CHINA))

    return command


def registered(case_id: str, trouble: Trouble, at: datetime) -> dict[str, object]:
    return {
        "received_at": at.isoformat(),
        "applicant": {"name": "盛建军", "phone": "10012345678", "address": "石门村3组"},
        "matter": trouble.matter,
        "problem": trouble.problem,
        "demand": trouble.demand,
        "tried_units": list(trouble.tried),
        "answer_given": trouble.answer,
        "nature": trouble.nature.value,
        "cause": trouble.cause.value,
        "grade": trouble.grade.value,
        "method": trouble.method.value,
    }


def followed(run, folder, case_id: str) -> str:
    """The case from its registration to its end; its number."""
    trouble, at, paper = CASES[case_id], FIRST, folder / "notice.pdf"
    number = run(at, "register", said=registered(case_id, trouble, at))["number"]
    for step in published.steps(case_id, trouble):
        at = published.days_later(at, step.days)
        command, *kind = step.move.split()
        if kind:
            run(at, "paper", number, *kind, "--out", str(paper))
        elif command == "attach":
            run(at, "attach", number, str(paper))
        else:
            run(at, "act", number, command, said=published.filled(step.said, at))
    return number


@pytest.mark.parametrize("case_id", IDS)
def test_it_comes_to_its_real_end(run, tmp_path, case_id):
    told = run(LATER, "show", followed(run, tmp_path, case_id))
    trouble, way = CASES[case_id], told["way"]
    assert (told["status"], way["ending"]) == published.end(case_id, trouble)
    if told["status"] == "archived":
        assert way["result"]
        assert [one["ending"] for one in way["rounds"]] == [way["ending"]]
        assert [one["kind"] for one in way["contacts"]] == ["follow_up", "inform"]
    if told["status"] == "refused" or way["ending"] == "cannot":
        (no,) = way["refusals"]
        assert (no["granted"], no["decided_by"]) == (True, "周镇长（纸质签字）")
    assert {one["by"] for one in told["history"]} == {"命令行"}


def test_every_kind_of_end_is_among_them():
    ends = Counter(published.end(case_id, trouble) for case_id, trouble in CASES.items())
    endings = {("archived", one.value) for one in Ending}
    assert set(ends) == {*endings, ("refused", None), ("withdrawn", None)}
    assert ends["archived", "done"] > 50


def test_a_case_that_was_returned_and_one_that_had_more_time_tell_of_it(run, tmp_path):
    returned = run(LATER, "show", followed(run, tmp_path, "C108"))["way"]
    assert [one["state"] for one in returned["units"]].count("returned") == 2
    assert returned["escalated_at"]
    longer = run(LATER, "show", followed(run, tmp_path, "C043"))["way"]
    (extension,), (pause,) = longer["extensions"], longer["pauses"]
    assert (extension["granted"], extension["told_how"]) == (True, "phone")
    assert longer["added_days"] == extension["days"] + pause["days"]
