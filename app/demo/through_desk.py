"""The demonstration made as a clerk would make it: by the same acts, at the hours of then."""

from collections.abc import Sequence

from app.cases.registry import open_case
from app.demo.story import Step, Story
from app.directory import Who
from app.moves import move_case
from app.papers.issues import issue
from app.progress import Tick
from app.receptions import ReceptionDraft, record_reception, turn_into_case
from app.records.coordination import open_decisions
from app.records.refusals import list_refusals
from app.records.shares import given_shares
from models.choices import Act, PaperKind

_SIGNED = (Act.GRANT_NO, Act.GRANT_EXTENSION)


class ThroughDesk:
    """Inside one `saving`: a thousand acts, and one write to the disk."""

    def __init__(self, staff: Sequence[Who]) -> None:
        self._staff = staff

    def case(self, story: Story) -> None:
        who = self._staff[story.staff]
        came = self.reception(story.staff, story.reception) if story.reception else None
        opened = open_case(story.draft, who, story.opened_at, code=story.code)
        if story.printed_at:
            issue(opened.id, PaperKind.RECEIPT, who, story.printed_at)
        for step in story.steps:
            self._step(opened.id, step, self._staff[(story.staff + step.aside) % len(self._staff)])
        if came is not None:
            turn_into_case(came, opened.id)

    def _step(self, case_id: int, step: Step, who: Who) -> None:
        if step.act is Act.ISSUE:
            issue(case_id, step.given["kind"], who, step.at, list_refusals(case_id)[0].id)
            return
        said = dict(step.given)
        if step.act in _SIGNED:
            said["approver"] = who.id
        if step.act is Act.DECIDED_DONE:
            said["decision"] = open_decisions(case_id)[0][0]
        if "share" in said:
            said["share"] = _share_of(case_id, said["share"])
        move_case(case_id, step.act, said, who, step.at)

    def reception(self, staff: int, draft: ReceptionDraft) -> int:
        return record_reception(draft, self._staff[staff], draft.at)

    def done(self, tick: Tick) -> None:
        """Everything has been written as it came."""


def _share_of(case_id: int, unit: str) -> int:
    return int(next(one.id for one in given_shares(case_id) if one.name == unit))
