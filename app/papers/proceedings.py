"""The papers of what units settled: minutes of a meeting, a survey, a conflict of rules."""

from app.attachments import list_attachments
from app.cases.registry import get_row
from app.moves.surveying import named
from app.papers.on_paper import case_head
from app.sheets.coordination import (
    Absent,
    Claim,
    ConflictSheet,
    MinutesSheet,
    Photo,
    Resolution,
    SurveySheet,
)
from models import Conflict, Decision, Meeting, Survey


def meetings(case_id: int) -> list[tuple[int, str]]:
    query = Meeting.select().where(Meeting.case == case_id).order_by(Meeting.held_at)
    return [(one.id, f"{one.held_at:%Y-%m-%d} {one.place}") for one in query]


def surveys(case_id: int) -> list[tuple[int, str]]:
    query = Survey.select().where(Survey.case == case_id).order_by(Survey.surveyed_at)
    return [(one.id, f"{one.surveyed_at:%Y-%m-%d} {one.place}") for one in query]


def conflicts(case_id: int) -> list[tuple[int, str]]:
    query = Conflict.select().where(Conflict.case == case_id).order_by(Conflict.id)
    return [(one.id, f"{one.unit_a}与{one.unit_b}") for one in query]


def minutes_sheet(case_id: int, meeting_id: int) -> MinutesSheet:
    case, meeting = get_row(case_id), Meeting.get_by_id(meeting_id)
    return MinutesSheet(
        **case_head(case),
        held_at=meeting.held_at,
        place=meeting.place,
        chair=meeting.chair,
        background=meeting.background or case.problem or case.demand,
        resolutions=tuple(
            Resolution(one.what, one.owner, one.due_on)
            for one in meeting.decisions.order_by(Decision.id)
        ),
        present=_lines(meeting.present),
        deemed_by=meeting.deemed_by,
        absent=tuple(Absent(who, bool(meeting.deemed_by)) for who in _lines(meeting.absent)),
    )


def survey_sheet(case_id: int, survey_id: int) -> SurveySheet:
    survey = Survey.get_by_id(survey_id)
    names = {one.name for one in list_attachments(case_id, voided=True)}
    photos = [(named(said, names) or said, said) for said in _lines(survey.photos)]
    return SurveySheet(
        **case_head(get_row(case_id)),
        surveyed_at=survey.surveyed_at,
        place=survey.place,
        purpose=survey.purpose,
        present=_lines(survey.present),
        findings=_lines(survey.findings),
        opinion=survey.opinion,
        photos=tuple(Photo(name, said.removeprefix(name).strip()) for name, said in photos),
    )


def conflict_sheet(case_id: int, conflict_id: int) -> ConflictSheet:
    row = Conflict.get_by_id(conflict_id)
    return ConflictSheet(
        **case_head(get_row(case_id)),
        claims=(
            Claim(row.unit_a, row.wants_a, row.gives_a, row.basis_a),
            Claim(row.unit_b, row.wants_b, row.gives_b, row.basis_b),
        ),
        background=row.background,
        outcome=row.outcome.label if row.outcome else "",
        resolution=row.resolution,
        resolved_on=row.resolved_at.date() if row.resolved_at else None,
        resolved_by=row.resolved_by,
        basis=row.basis,
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(filter(None, text.split("\n")))
