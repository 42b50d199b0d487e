"""The controlled “no” of a case: what was asked for, what was answered, and what it rests on."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app.access.sign_offs import is_on_paper
from models import Refusal, rows
from models.choices import PaperKind, RefusalKind

_LINKS = ("scope_reason", "remedy", "asked_by")
_COLUMNS = [
    field.alias(f"{name}_id") if name in _LINKS else field
    for name, field in Refusal._meta.fields.items()
    if name != "case"
]


@dataclass(frozen=True, kw_only=True)
class RefusalRecord:
    """`granted` is None as long as nobody has answered; what is not of its kind is empty."""

    id: int
    round: int
    kind: RefusalKind
    reason: str
    document: str
    article: str
    tried: str
    other_ways: str
    scope_reason_id: int | None
    channel: str
    contact: str
    department: str
    made_on: date | None
    title: str
    number: str
    remedy_id: int | None
    authority: str
    court: str
    days: int | None
    remedy_text: str
    asked_at: datetime
    asked_by_id: int
    decided_at: datetime | None
    decided_by: str
    granted: bool | None
    opinion: str

    @property
    def basis(self) -> str:
        """The document and its article, in one."""
        return f"{self.document}{self.article}"

    @property
    def notice(self) -> PaperKind:
        """What the citizen is given; the two are never mixed up."""
        refused = self.kind is RefusalKind.REFUSED
        return PaperKind.OUT_OF_SCOPE if refused else PaperKind.CANNOT

    @property
    def is_on_paper(self) -> bool:
        """Whether the second person signed the printed sheet."""
        return is_on_paper(self.decided_by)


def list_refusals(case_id: int) -> list[RefusalRecord]:
    """The newest first."""
    return _found(Refusal.case == case_id)


def get_refusal(refusal_id: int) -> RefusalRecord:
    return _found(Refusal.id == refusal_id)[0]


def pending(case_id: int) -> RefusalRecord | None:
    """What waits for a second person's answer."""
    found = _found((Refusal.case == case_id) & Refusal.decided_at.is_null())
    return found[0] if found else None


def standing(case_id: int, round_: int) -> RefusalRecord | None:
    """The “no” that was granted in that round."""
    found = _found((Refusal.case == case_id) & (Refusal.round == round_) & Refusal.granted)
    return found[0] if found else None


def _found(condition: Any) -> list[RefusalRecord]:
    query = Refusal.select(*_COLUMNS).where(condition).order_by(Refusal.id.desc())
    return rows(query, RefusalRecord)
