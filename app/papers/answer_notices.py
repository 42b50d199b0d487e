"""The notices a citizen gets: what is lacking, a “no” with where to turn, the result."""

from typing import Any

from app.cases.registry import draft_of, get_row
from app.deadlines.clocks import follow_up_by, rules_of
from app.papers.on_paper import case_head
from app.records import closings, refusals
from app.records.refusals import RefusalRecord
from app.records.remedies import get_remedy
from app.sheets.notices import (
    CannotNotice,
    CompletionNotice,
    Decision,
    Missing,
    MissingNotice,
    OutOfScopeNotice,
    Remedy,
    Route,
)
from models import Case, MissingPaper, Telling
from models.choices import Ending, RefusalKind


def tellings(case_id: int) -> list[tuple[int, str]]:
    """How often it was told what is lacking: each with its day."""
    query = Telling.select(Telling.id, Telling.at).where(Telling.case == case_id)
    return [(one.id, f"{one.at:%m-%d}") for one in query.order_by(Telling.id)]


def missing_notice(case_id: int, telling_id: int) -> MissingNotice:
    case, told = get_row(case_id), Telling.get_by_id(telling_id)
    papers = MissingPaper.select().where(MissingPaper.telling == telling_id)
    return MissingNotice(
        **case_head(case),
        **_addressed(case),
        items=tuple(
            Missing(one.name, one.form, one.where, one.instead)
            for one in papers.order_by(MissingPaper.place)
        ),
        hand_in_by=told.hand_in_by,
    )


def refused(case_id: int) -> list[tuple[int, str]]:
    return _granted(case_id, RefusalKind.REFUSED)


def cannot(case_id: int) -> list[tuple[int, str]]:
    return _granted(case_id, RefusalKind.CANNOT)


def out_of_scope_notice(case_id: int, refusal_id: int) -> OutOfScopeNotice:
    """The window's own word: where to go, and nothing on review."""
    case, said_no = get_row(case_id), refusals.get_refusal(refusal_id)
    return OutOfScopeNotice(
        **case_head(case),
        **_addressed(case),
        reason=f"{said_no.reason}您还可以：{'；'.join(lines(said_no.other_ways))}。",
        routes=tuple(Route(one, "", said_no.contact) for one in said_no.channel.split("、")),
        done_for_you="；".join(lines(said_no.tried)),
    )


def cannot_notice(case_id: int, refusal_id: int) -> CannotNotice:
    """A department's decision, passed on with the way to contest it."""
    case, said_no = get_row(case_id), refusals.get_refusal(refusal_id)
    assert said_no.made_on
    return CannotNotice(
        **case_head(case),
        **_addressed(case),
        decision=Decision(
            department=said_no.department,
            made_on=said_no.made_on,
            content=f"不能办理“{case_head(case)['matter']}”",
            reason=said_no.reason,
            basis=(said_no.basis,),
            title=said_no.title,
            number=said_no.number,
        ),
        remedy=remedy_of(said_no),
        tried=lines(said_no.tried),
        other_ways=lines(said_no.other_ways),
    )


def remedy_of(said_no: RefusalRecord) -> Remedy:
    """As it was when the “no” was asked for."""
    assert said_no.remedy_id
    chosen = get_remedy(said_no.remedy_id)
    return Remedy(
        kind=chosen.kind.label,
        text=said_no.remedy_text,
        authority=said_no.authority,
        court=said_no.court,
        source=chosen.source,
    )


def concluded(case_id: int) -> list[tuple[int, str]]:
    """Rounds with a result to be told; what cannot be done has a notice of its own."""
    found = [one for one in closings.list_closings(case_id) if one.ending is not Ending.CANNOT]
    return [(one.id, f"第{one.round}轮" if len(found) > 1 else "") for one in found]


def completion_notice(case_id: int, closing_id: int) -> CompletionNotice:
    case = get_row(case_id)
    one = next(each for each in closings.list_closings(case_id) if each.id == closing_id)
    to = f"（{one.redirected_to}）" if one.redirected_to else ""
    returned = [each.name for each in draft_of(case_id).materials if not each.kept]
    return CompletionNotice(
        **case_head(case),
        **_addressed(case),
        concluded_on=one.at.date(),
        ending=f"{one.ending.label}{to}",
        result=one.result,
        returned=tuple(returned),
        call_back_by=follow_up_by(rules_of(case), case.informed_at or one.at),
    )


def lines(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n"))


def _granted(case_id: int, kind: RefusalKind) -> list[tuple[int, str]]:
    found = [one for one in refusals.list_refusals(case_id) if one.granted and one.kind is kind]
    return [(one.id, f"第{one.round}轮" if len(found) > 1 else "") for one in found]


def _addressed(case: Case) -> dict[str, Any]:
    return {"addressee": case.applicant.name, "received_on": case.received_at.date()}
