"""What citizens think of how they were served (好差评), one word a round that counts."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.access.sign_offs import is_on_paper
from models import Rating, rows
from models.choices import Stars

BAD = (Stars.TWO, Stars.ONE)
ASPECTS = {"efficiency": "服务效率", "skill": "服务水平", "attitude": "服务态度"}


@dataclass(frozen=True, kw_only=True)
class Rated:
    """`upheld` is None as long as nothing was decided on a contest; upheld, it does not count."""

    id: int
    round: int
    at: datetime
    by: str
    stars: Stars
    efficiency: bool
    skill: bool
    attitude: bool
    words: str
    superseded_at: datetime | None
    contested_at: datetime | None
    contested_by_id: int | None
    contest: str
    judged_at: datetime | None
    judged_by: str
    upheld: bool | None
    judgement: str

    @property
    def is_bad(self) -> bool:
        return self.stars in BAD

    @property
    def counts(self) -> bool:
        return self.superseded_at is None and not self.upheld

    @property
    def waits_for_judgement(self) -> bool:
        return self.contested_at is not None and self.judged_at is None

    @property
    def is_on_paper(self) -> bool:
        """Whether who judged the contest signed a sheet, whose scan is the proof."""
        return is_on_paper(self.judged_by)

    @property
    def aspects(self) -> tuple[str, ...]:
        """What it speaks of, in words."""
        return tuple(label for name, label in ASPECTS.items() if getattr(self, name))


def list_ratings(case_id: int) -> list[Rated]:
    """The newest first, with those that were superseded."""
    return _found(Rating.case == case_id)


def standing(case_id: int, round_: int) -> Rated | None:
    """The one of that round that was not superseded."""
    of_round = (Rating.case == case_id) & (Rating.round == round_)
    found = _found(of_round & Rating.superseded_at.is_null())
    return found[0] if found else None


def _found(condition: Any) -> list[Rated]:
    columns = [
        field.alias("contested_by_id") if name == "contested_by" else field
        for name, field in Rating._meta.fields.items()
        if name != "case"
    ]
    return rows(Rating.select(*columns).where(condition).order_by(Rating.id.desc()), Rated)
