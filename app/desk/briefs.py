"""What one has to have read before doing an act: the answer to be looked at, the request to be
decided, the result to be told."""

from collections.abc import Callable, Iterator, Mapping

from app.cases.registry import get_row
from app.deadlines.extensions import undecided, untold
from app.records import ratings, refusals
from app.records.shares import given_shares
from app.visits.ending import told
from models.choices import Act, ShareState

Fact = tuple[str, str]


def brief(case_id: int, act: Act) -> list[Fact]:
    """By captions; nothing for acts that need no reading."""
    found = [*_BRIEFS[act](case_id)] if act in _BRIEFS else []
    found.append(("上门", told(case_id, act)))
    return [(caption, text) for caption, text in found if text]


def _result(case_id: int) -> Iterator[Fact]:
    yield "办理结果", get_row(case_id).result


def _asked_for(case_id: int) -> Iterator[Fact]:
    if asked := undecided(case_id):
        yield "申请", f"延长 {asked.days} 个工作日，原期限 {asked.was_due_on:%Y-%m-%d}"
        yield "原因", asked.reason
        yield "目前进展", asked.progress
        yield "下一步", asked.next_step


def _granted(case_id: int) -> Iterator[Fact]:
    if found := untold(case_id):
        yield "新的期限", f"{found.due_on:%Y-%m-%d}（原来 {found.was_due_on:%Y-%m-%d}）"
        yield "原因", found.reason
        yield "下一步", found.next_step


def _replies(case_id: int) -> Iterator[Fact]:
    for share in given_shares(case_id):
        if share.state in (ShareState.REPLIED, ShareState.ACCEPTED):
            yield f"{share.name}答复", share.reply


def _no(case_id: int) -> Iterator[Fact]:
    if asked := refusals.pending(case_id):
        yield "申请", asked.kind.label
        yield "理由", asked.reason
        yield "依据", asked.basis
        yield "想过的办法", asked.tried
        yield "别的出路", asked.other_ways
        yield "决定部门", asked.department
        yield "救济告知", asked.remedy_text


def _rating(case_id: int) -> Iterator[Fact]:
    if rated := ratings.standing(case_id, get_row(case_id).round):
        yield "评价", "；".join(filter(None, (rated.stars.label, *rated.aspects)))
        yield "他怎么说", rated.words
        yield "申诉", rated.contest


_BRIEFS: Mapping[Act, Callable[[int], Iterator[Fact]]] = {
    Act.INFORM: _result,
    Act.FOLLOW_UP: _result,
    Act.GRANT_EXTENSION: _asked_for,
    Act.DENY_EXTENSION: _asked_for,
    Act.TELL_EXTENSION: _granted,
    Act.ACCEPT: _replies,
    Act.SEND_BACK: _replies,
    Act.CONCLUDE: _replies,
    Act.GRANT_NO: _no,
    Act.DENY_NO: _no,
    Act.REWORK: _rating,
    Act.CONTEST: _rating,
    Act.JUDGE: _rating,
}
