"""The rounds of a case as they were concluded, and what is lacking before it can be filed."""

from dataclasses import dataclass, fields
from datetime import datetime

from app.cases.registry import get_row
from app.deadlines.extensions import list_extensions
from app.records import ratings, refusals
from app.records.custody import held
from app.visits.ending import still_open
from models import Attachment, Case, Closing, rows
from models.choices import Ending


@dataclass(frozen=True, kw_only=True)
class Concluded:
    """Of the three asks None says “not asked”."""

    id: int
    round: int
    at: datetime
    by: str
    ending: Ending
    result: str
    redirected_to: str
    trips_after: int | None
    end_business: str | None
    end_need: str | None
    end_trouble: str | None


def list_closings(case_id: int) -> list[Concluded]:
    """The newest first."""
    columns = [getattr(Closing, one.name) for one in fields(Concluded)]
    query = Closing.select(*columns).where(Closing.case == case_id).order_by(Closing.id.desc())
    return rows(query, Concluded)


def lacking(case_id: int) -> list[str]:
    """What keeps the case from being filed (归档/销号), each in a sentence that says what to do."""
    case = get_row(case_id)
    found = {
        "还没有办结。": case.concluded_at is None,
        "还没有把结果反馈给群众。": case.informed_at is None,
        "还没有回访。": case.followed_up_at is None,
        "快速登记的内容还没有补全。": not case.complete,
        "没有写办理结果。": not case.result,
    }
    return [sentence for sentence, lacks in found.items() if lacks] + _unsettled(case)


def _unsettled(case: Case) -> list[str]:
    found = []
    rated = ratings.standing(case.id, case.round)
    if rated and rated.waits_for_judgement:
        found.append("误评申诉还没有结论。")
    elif rated and rated.is_bad and rated.counts:
        found.append("差评还没有整改。")
    said_no = refusals.standing(case.id, case.round)
    if said_no and said_no.is_on_paper and not _scanned(case.id, said_no.asked_at):
        found.append("否定报备是在纸上签字的，还没有添加签字页的扫描件。")
    signed = [one for one in list_extensions(case.id) if one.is_on_paper]
    if signed and not _scanned(case.id, max(one.asked_at for one in signed)):
        found.append("延期是在纸上签字批的，还没有添加签字页的扫描件。")
    if rated and rated.is_on_paper and not _scanned(case.id, rated.at):
        found.append("误评申诉是在纸上签字定的，还没有添加签字页的扫描件。")
    if held(case.id):
        found.append("代管的款物还没有退还。")
    if still_open(case.id):
        found.append("还有上门没有去，先登记结果或取消。")
    return found


def _scanned(case_id: int, since: datetime) -> bool:
    """Whether anything was attached since the sheet could be printed."""
    there = (Attachment.case == case_id) & Attachment.voided_at.is_null()
    return bool(Attachment.select().where(there, Attachment.added_at >= since).exists())
