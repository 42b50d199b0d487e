"""What a move may be about: of the shares, meetings and the like of a case those it may choose."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from app.moves.asks import Ask, Asked, Given
from app.records import remedies, scope_reasons
from app.records.coordination import open_conflicts, open_decisions
from app.records.custody import held
from app.records.shares import OPEN, choices, to_contact
from models import Case
from models.choices import ShareState

Choices = Callable[[int], list[tuple[int, str]]]  # of a case: ids, with what they are called


def _shares(*states: ShareState) -> Choices:
    return lambda case_id: choices(case_id, *states)


AMONG: Mapping[str, Choices] = {
    "shares": _shares(*ShareState),
    "sent shares": _shares(ShareState.SENT),
    "signed shares": _shares(ShareState.SIGNED),
    "shares to contact": to_contact,
    "unanswered shares": _shares(*OPEN),
    "replied shares": _shares(ShareState.REPLIED),
    "answered shares": _shares(ShareState.REPLIED, ShareState.ACCEPTED),
    "open shares": _shares(*OPEN, ShareState.REPLIED),
    "open decisions": open_decisions,
    "open conflicts": open_conflicts,
    "held": held,
    "scope_reasons": scope_reasons.choices,
    "remedies": remedies.choices,
}


def choices_for(case_id: int, asked: Asked) -> list[tuple[int, str]]:
    """What can be chosen for an ask of the kind ONE_OF; nothing for any other."""
    return AMONG[asked.among](case_id) if asked.kind is Ask.ONE_OF else []


def none_of(among: str, sentence: str) -> Callable[[Case, date], str]:
    """What hinders a move while there is nothing it could be about."""
    return lambda case, _today: "" if AMONG[among](case.id) else sentence


def only_ones(case_id: int, asks: Sequence[Asked]) -> dict[str, int]:
    """By field what can be chosen where there is but one to choose."""
    found = {one.name: choices_for(case_id, one) for one in asks}
    return {name: choices[0][0] for name, choices in found.items() if len(choices) == 1}


def problems(case_id: int, asks: Sequence[Asked], given: Given) -> dict[str, str]:
    """What was chosen and is not, or no longer, among what can be."""
    chosen = [one for one in asks if one.kind is Ask.ONE_OF and given.get(one.name) is not None]
    return {
        one.name: "请从列出的里面选一个。"
        for one in chosen
        if given[one.name] not in dict(choices_for(case_id, one))
    }
