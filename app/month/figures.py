"""What is counted of a period, by ranges of indexes: what lies outside it costs nothing."""

from dataclasses import dataclass
from typing import Any

from peewee import fn

from app.month.acts import Acts, count_acts
from app.month.at_end import Left, count_left
from app.month.completed import Completed, count_completed
from app.month.counting import counts
from app.month.opinions import Opinions, count_opinions
from app.month.period import Period
from app.month.rounds import due, earlier, within
from models import Case, Closing


@dataclass(frozen=True, kw_only=True)
class Figures:
    received: int
    completed_of_received: int
    completed: Completed
    due: int
    kept: int
    left: Left
    acts: Acts
    opinions: Opinions

    @property
    def opening(self) -> int:
        """What was open when the period began: what is left, less what came, plus what went."""
        acts = self.acts
        came, went = self.received + acts.reopened, acts.refused + acts.withdrawn
        return self.left.open - came + went + self.completed.number


def count(period: Period) -> Figures:
    """The figures of a period, judged at its end."""
    return Figures(
        **_received(period),
        completed=count_completed(period),
        **_due(period),
        left=count_left(period),
        acts=count_acts(period),
        opinions=count_opinions(period),
    )


def _received(period: Period) -> dict[str, Any]:
    came = within(Case.received_at, period)
    received, completed = counts(Case.select().where(came), Case.concluded_at < period.until)
    stood_completed = earlier(fn.COUNT(Case.id.distinct())).where(
        came, Closing.at < period.until, Closing.reopened_at >= period.until
    )
    return {
        "received": received,
        "completed_of_received": completed + stood_completed.scalar(),
    }


def _due(period: Period) -> dict[str, Any]:
    of_cases, of_earlier = due(period)
    now = counts(Case.select().where(of_cases), fn.DATE(Case.concluded_at) <= Case.due_on)
    before = counts(earlier().where(of_earlier), fn.DATE(Closing.at) <= Closing.due_on)
    return {"due": now[0] + before[0], "kept": now[1] + before[1]}
