"""How a demonstrated case comes to its end: act by act, until it is filed."""

import random
from collections.abc import Iterator
from datetime import datetime

from app.cases.drafting import CaseDraft
from app.demo.hours import Hours
from app.demo.story import Step
from app.demo.town import Town, Trouble
from app.records.remedies import list_remedies
from models.choices import (
    Act,
    ContactWay,
    Ending,
    Method,
    PaperKind,
    RemedyKind,
    Role,
)

_PARTLY = 0.05
_TRIPS_AFTER = (0, 1, 0, None, 0, 1, 2)  # None: nobody wrote it down


class Ends:
    """Shares the chance of whoever tells the rest."""

    def __init__(self, chance: random.Random, hours: Hours, town: Town) -> None:
        self._chance, self._hours, self._town = chance, hours, town
        self._number = len(town.staff)
        self._leader = [one.role for one in town.staff].index(Role.LEADER)

    def steps(
        self, draft: CaseDraft, trouble: Trouble, moment: datetime, staff: int, *, prompt: bool
    ) -> Iterator[Step]:
        """From the conclusion on; `staff` is the place of the clerk, in the list of them."""
        chance, hours = self._chance, self._hours
        spot = draft.method is Method.SPOT
        told = chance.choice(self._town.words["informed"])
        if trouble.no:
            if spot:
                yield Step(moment, Act.TAKE_UP, {"note": "由窗口自己办理。"})
            yield from self._no(trouble, moment, staff)
            moment = hours.after(hours.after(moment, 0), 0)
        elif not spot:
            yield Step(moment, Act.CONCLUDE, self._result(draft, trouble))
        if spot and not trouble.no:
            in_person = {"way": ContactWay.IN_PERSON, "told": told}
            yield Step(moment, Act.SPOT, self._result(draft, trouble) | in_person)
        else:
            moment = hours.after(moment, chance.randint(0, 1))
            yield Step(moment, Act.INFORM, {"way": ContactWay.PHONE, "note": told})
        moment = hours.after(moment, 1 if prompt else chance.randint(1, 5))
        asked = {"way": ContactWay.PHONE, "note": chance.choice(self._town.words["followed_up"])}
        yield Step(moment, Act.FOLLOW_UP, asked, aside=1)
        yield Step(hours.after(moment, chance.randint(1, 3)), Act.ARCHIVE)

    def _result(self, draft: CaseDraft, trouble: Trouble) -> dict[str, object]:
        ending = trouble.ending
        if ending is Ending.DONE and self._chance.random() < _PARTLY:
            ending = Ending.PARTLY
        said = {"note": trouble.result, "ending": ending, "redirected_to": trouble.to}
        return {**said, "trips_after": _trips_after(draft)}

    def _no(self, trouble: Trouble, moment: datetime, staff: int) -> Iterator[Step]:
        """Asked for, agreed to by whoever is in charge, and its notice printed."""
        signer = self._leader if staff != self._leader else 0
        nothing = next(one for one in list_remedies() if one.kind is RemedyKind.NONE)
        said = {"department": trouble.lead, "made_on": moment.date()}
        yield Step(moment, Act.ASK_NO, {**trouble.no, **said, "remedy": nothing.id})
        moment = self._hours.after(moment, 0)
        yield Step(moment, Act.GRANT_NO, aside=signer - staff)
        yield Step(moment, Act.ISSUE, {"kind": PaperKind.CANNOT})


def _trips_after(draft: CaseDraft) -> int | None:
    """Told by the minute it came: chance would be another for all that is told after it."""
    if draft.method is Method.SPOT:
        return 0
    return _TRIPS_AFTER[draft.received_at.minute % len(_TRIPS_AFTER)]
