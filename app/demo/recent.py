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
    acts: tuple[Act, ...] = ()  # on the way, besides what always is
    quick: bool = False  # registered in a hurry, to be completed
    well: bool = True  # what the citizen thinks of it


IN_FULL = 20  # cases, the newest: of them everything is told
EXTENDED = (Act.ASK_EXTENSION, Act.GRANT_EXTENSION, Act.TELL_EXTENSION)
# What one of those that are over may have gone through; the first also where there is no time.
SEEN = ((), (), (Act.REMIND,), (Act.MEET,), EXTENDED, (Act.PAUSE, Act.RESUME))
RECENT = (
    Recent(0, Grade.GENERAL, None, quick=True),
    Recent(1, Grade.GENERAL, Act.SORT),
    Recent(2, Grade.GENERAL, Act.ASSIGN),
    Recent(3, Grade.GENERAL, Act.CONCLUDE),
    Recent(4, Grade.GENERAL, Act.CONTACT),
    Recent(5, Grade.GENERAL, Act.ASSIGN),
    Recent(6, Grade.COMPLEX, Act.INFORM, (Act.MEET,)),
    Recent(7, Grade.GENERAL, Act.REMIND, (Act.REMIND,)),
    Recent(9, Grade.GENERAL, Act.RATE, well=False),
    Recent(12, Grade.COMPLEX, Act.ACCEPT, (Act.MEET, Act.REMIND)),
    Recent(5, Grade.GENERAL, Act.ASK_EXTENSION, EXTENDED[:1]),
    Recent(6, Grade.COMPLEX, Act.GRANT_EXTENSION, EXTENDED[:2]),
    Recent(8, Grade.SPECIAL, Act.PAUSE, (Act.PAUSE,)),
    Recent(8, Grade.GENERAL, Act.RATE),
    Recent(5, Grade.GENERAL, Act.ASK_NO, (Act.ASK_NO,)),
    Recent(9, Grade.GENERAL, Act.CONTEST, well=False),
    Recent(10, Grade.SPECIAL, Act.TELL_EXTENSION, EXTENDED),
)


def until(last: Act | None, steps: Sequence[Step]) -> Sequence[Step]:
    """Up to the last act of that kind, or all of them where there is none."""
    if last is None:
        return ()
    done = [place for place, one in enumerate(steps, start=1) if one.act is last]
    return steps[: max(done, default=len(steps))]
