"""What the newest cases of the demonstration went through besides: urged, met about, stopped.

Only the desk's own acts write it, so that whoever looks around finds everything as it really is.
"""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from app.demo.hours import NEVER, Hours
from app.demo.story import Step
from app.demo.town import Town
from app.moves.asks import Given
from app.records.remedies import list_remedies
from models.choices import Act, ContactWay, PauseReason, RemedyKind, Role, Stars

_MEETING_ROOM = "中心二楼会议室"
_SAID: Mapping[Act, Given] = {
    Act.PAUSE: {
        "reason": PauseReason.PARTY,
        "note": "本人这几天在外地，约好回来再办，已经电话告诉他。",
    },
    Act.RESUME: {"note": "本人回来了，接着办。"},
    Act.ASK_EXTENSION: {
        "days": 5,
        "reason": "要等县里的单位复函。",
        "progress": "材料已经核对，函已经发出。",
    },
    Act.GRANT_EXTENSION: {},
    Act.TELL_EXTENSION: {"way": ContactWay.PHONE, "note": "知道了，理解。"},
}
_NO = {
    "reason": "缺一样法定的要件，部门答复现在不能办。",
    "document": "《中华人民共和国行政许可法》",
    "article": "第三十八条",
    "tried": ("和部门核对过能不能容缺", "问过上级有没有别的做法"),
    "other_ways": ("补齐要件后随时再来，窗口帮着准备",),
}
_DECIDED = "卡在哪一步查清了，照议定的办。"
_CONTEST = "评的是去年另一件事，不是这一件。"


class OnTheWay:
    """Shares the chance of whoever tells the rest."""

    def __init__(self, chance: random.Random, hours: Hours, town: Town) -> None:
        self._chance, self._hours, self._words = chance, hours, town.words
        self._leader = [one.role for one in town.staff].index(Role.LEADER)
        self._chair = town.staff[self._leader].name
        self._says: Mapping[Act, Callable[[str, datetime], Given]] = {
            Act.REMIND: self._reminder,
            Act.MEET: self._meeting,
            Act.ASK_NO: self._no,
        }

    def steps(self, lead: str, moment: datetime, staff: int, acts: Sequence[Act]) -> Iterator[Step]:
        """Those acts, one a day."""
        for act in acts:
            moment = self._hours.after(moment, 1)
            aside = self._second(staff) - staff if act is Act.GRANT_EXTENSION else 0
            yield Step(moment, act, self._said(act, lead, moment), aside=aside)

    def met(self, lead: str, moment: datetime) -> Iterator[Step]:
        """A meeting, and what it decided seen to."""
        moment = self._hours.after(moment, 1)
        yield Step(moment, Act.MEET, self._said(Act.MEET, lead, moment))
        yield Step(self._hours.after(moment, 1), Act.DECIDED_DONE, {"note": _DECIDED})

    def rated(self, moment: datetime, *, well: bool) -> Step:
        """What the citizen thinks of it, said right after they were called back."""
        words = self._words["rated_well" if well else "rated_badly"]
        stars = self._chance.choice((Stars.FIVE, Stars.FIVE, Stars.FOUR)) if well else Stars.TWO
        given = {"stars": stars, "efficiency": True, "note": self._chance.choice(words)}
        return Step(self._hours.after(moment, 0), Act.RATE, given)

    def contested(self, moment: datetime) -> Step:
        return Step(self._hours.after(moment, 0), Act.CONTEST, {"note": _CONTEST})

    def _said(self, act: Act, lead: str, at: datetime) -> Given:
        if act in _SAID:
            return _SAID[act]
        return self._says[act](lead, at) if at != NEVER else {}

    def _reminder(self, lead: str, at: datetime) -> Given:
        answer = self._chance.choice(self._words["urged"])
        by = at.date() + timedelta(days=1)
        return {"share": lead, "how": "电话", "answer": answer, "answer_by": by}

    def _meeting(self, lead: str, at: datetime) -> Given:
        by = at.date() + timedelta(days=7)
        decisions = ({"what": "查清卡在哪一步，给一个能办的办法。", "owner": lead, "due_on": by},)
        told = {"place": _MEETING_ROOM, "chair": self._chair, "present": (lead, "办不成事窗口")}
        return {"held_at": at, **told, "decisions": decisions}

    def _no(self, lead: str, at: datetime) -> Given:
        nothing = next(one for one in list_remedies() if one.kind is RemedyKind.NONE)
        return {**_NO, "department": lead, "made_on": at.date(), "remedy": nothing.id}

    def _second(self, staff: int) -> int:
        """Who signs beside the clerk of that place."""
        return self._leader if staff != self._leader else 0
