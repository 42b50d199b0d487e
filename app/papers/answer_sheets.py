"""What a leader signs before a “no”, and what is put right after a bad rating."""

from app.access.sign_offs import signer
from app.cases.registry import draft_of, get_row
from app.deadlines.clocks import rework_by, rules_of
from app.history import list_history
from app.papers.answer_notices import lines, remedy_of
from app.papers.on_paper import case_head, person_on_paper
from app.records import contacts, ratings, refusals
from app.records.closings import list_closings
from app.sheets.liability import ReworkSheet
from app.sheets.refusal import RefusalApprovalSheet
from models import Case, Staff
from models.choices import Act, ContactKind, RefusalKind

_THREE_ASKS = {"end_business": "还要办", "end_need": "还需要", "end_trouble": "还有困难"}


def asked_for(case_id: int) -> list[tuple[int, str]]:
    """Every “no” that was asked for, with its kind and day."""
    found = refusals.list_refusals(case_id)
    return [(one.id, f"{one.kind.label} {one.asked_at:%m-%d}") for one in found]


def refusal_approval_sheet(case_id: int, refusal_id: int) -> RefusalApprovalSheet:
    case, one = get_row(case_id), refusals.get_refusal(refusal_id)
    draft, officer = draft_of(case_id), Staff.get_by_id(one.asked_by_id)
    return RefusalApprovalSheet(
        **case_head(case),
        denied=draft.matter,
        kind=one.kind.label,
        applicant=person_on_paper(draft.applicant),
        received_on=case.received_at.date(),
        situation=draft.problem or draft.demand,
        reason=one.reason,
        basis=(one.basis,),
        tried=lines(one.tried),
        other_ways=lines(one.other_ways),
        asked=_three_asks(case),
        department=one.department,
        officer=officer.name,
        remedy=remedy_of(one) if one.kind is RefusalKind.CANNOT else None,
        returned=tuple(each.name for each in draft.materials if not each.kept),
        granted=one.granted,
        opinion=one.opinion,
        approved_by=signer(one.decided_by),
        approved_on=one.decided_at.date() if one.decided_at else None,
    )


def put_right(case_id: int) -> list[tuple[int, str]]:
    """Bad ratings that were not taken back, with their round; one that was held to be an error
    too, for its sheet says so."""
    found = [one for one in ratings.list_ratings(case_id) if one.is_bad and not one.superseded_at]
    return [(one.id, f"第{one.round}轮") for one in found]


def rework_sheet(case_id: int, rating_id: int) -> ReworkSheet:
    case = get_row(case_id)
    one = next(each for each in ratings.list_ratings(case_id) if each.id == rating_id)
    after = one.round + 1
    results = [each.result for each in list_closings(case_id) if each.round == after]
    measures = [line.note for line in list_history(case_id) if line.act is Act.REWORK]
    return ReworkSheet(
        **case_head(case),
        unit=draft_of(case_id).lead or "本窗口",
        round=one.round,
        rating=one.stars.label,
        rated_on=one.at.date(),
        aspects=one.aspects,
        words=one.words,
        due_on=rework_by(rules_of(case), one.at),
        owner=case.handler.name,
        contest=one.contest,
        upheld=one.upheld,
        judgement=one.judgement,
        judged_by=signer(one.judged_by),
        judged_on=one.judged_at.date() if one.judged_at else None,
        measures=tuple(measures[:1]),
        result=results[0] if results else "",
        call_back=_called_back(case_id, after),
    )


def _three_asks(case: Case) -> str:
    said = {word: getattr(case, name) for name, word in _THREE_ASKS.items()}
    if all(text is None for text in said.values()):
        return ""
    return "；".join(f"{word}：{text or '没有'}" for word, text in said.items() if text is not None)


def _called_back(case_id: int, round_: int) -> str:
    found = [
        one.words
        for one in contacts.list_contacts(case_id)
        if (one.round, one.kind) == (round_, ContactKind.FOLLOW_UP)
    ]
    return found[0] if found else ""
