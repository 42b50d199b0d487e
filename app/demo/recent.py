"""The cases of the last days: something of everything that is to be done today."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.demo.story import Step
from models.choices import Act, Grade


@dataclass(frozen=True)
class Recent:
    """A case of the last days, and how far it is."""

    ago: int  # working days
    grade: Grade
    last: Act | None  # the last act that was done since
    quick: bool = False  # registered in a hurry, to be completed


RECENT = (
    Recent(0, Grade.GENERAL, None, quick=True),
    Recent(1, Grade.GENERAL, Act.SORT),
    Recent(2, Grade.GENERAL, Act.ASSIGN),
    Recent(3, Grade.GENERAL, Act.CONCLUDE),
    Recent(4, Grade.GENERAL, Act.CONTACT),
    Recent(5, Grade.GENERAL, Act.ASSIGN),
    Recent(6, Grade.COMPLEX, Act.INFORM),
    Recent(7, Grade.GENERAL, Act.CONTACT),
    Recent(9, Grade.GENERAL, Act.FOLLOW_UP),
    Recent(12, Grade.COMPLEX, Act.ACCEPT),
)


def until(last: Act | None, steps: Sequence[Step]) -> Sequence[Step]:
    """Up to the last act of that kind, or all of them where there is none."""
    if last is None:
        return ()
    done = [place for place, one in enumerate(steps, start=1) if one.act is last]
    return steps[: max(done, default=len(steps))]
