"""Random stores of cases that went every way, with what happens on the edges of months."""

from datetime import date, datetime, timedelta

from models import (
    TABLES,
    Case,
    CaseUnit,
    Closing,
    Conflict,
    Extension,
    Meeting,
    Pause,
    Rating,
    Reception,
    Reminder,
    Survey,
    Visit,
    quick,
)
from models.choices import (
    Cause,
    Channel,
    ConflictOutcome,
    Ending,
    Grade,
    Method,
    Nature,
    PauseReason,
    ReceptionEnd,
    ShareState,
    Stars,
    Status,
    UnitRole,
    Urge,
    VisitOutcome,
    VisitStatus,
)
from tests.app.month_stores import MATTERS, UNITS, add_person, found_centre

EDGES = ((0, 0, 0), (23, 59, 59), (8, 30, 0), (17, 1, 2))
BY = {"by": "王芳"}
PEOPLE = 5


def furnish():
    """What every one of the stores has."""
    found_centre()
    for place in range(PEOPLE):
        add_person(
            village=(1, 2, 3, None, None)[place], village_text=("外乡", "")[place == PEOPLE - 1]
        )


class RandomStore:
    """Cases and what happened to them, put straight into the tables."""

    def __init__(self, chance, first, now):
        self.chance, self.first, self.now = chance, first, now
        self.rows = {}
        self.cases = self.shares = 0

    def fill(self, number):
        for _ in range(number):
            self._case()
        for _ in range(self.chance.randrange(number + 1)):
            ended = {"ending": ReceptionEnd.ANSWERED, "asked": "问", "answered": "答"}
            self._add(Reception, at=self._moment(), staff=1, **ended)
            self._visit()
        for table in sorted(self.rows, key=TABLES.index):  # each after those it points to
            quick.add_all(table, self.rows[table])

    def _add(self, table, **row):
        self.rows.setdefault(table, []).append(row)

    def _maybe(self, of_ten=3):
        return self.chance.randrange(10) < of_ten

    def _moment(self, since=None):
        """Often on the first or the last day of a month, and at its very edge."""
        chance = self.chance
        if since is None:
            day = self.first + timedelta(days=chance.randrange((self.now.date() - self.first).days))
        else:
            day = since.date() + timedelta(days=chance.choice((0, 0, 1, 3, 8, 30, 61)))
        if self._maybe():
            day = day.replace(day=1) - timedelta(days=chance.randrange(2))
        found = datetime(day.year, day.month, day.day, *chance.choice(EDGES))
        return min(max(found, since or found), self.now)

    def _case(self):
        chance = self.chance
        self.cases += 1
        came = begun = self._moment()
        row = {"status": chance.choice((Status.REGISTERED, Status.HANDLING)), "round": 1}
        while row["status"] in (Status.REGISTERED, Status.HANDLING):
            # A bad word that is put right late has its date from the day of the word.
            early = (-20, -3) if row["round"] > 1 else ()
            days = chance.choice((*early, 0, 1, 5, 15, 31))
            row["due_on"] = begun.date() + timedelta(days=days)
            begun = self._live(row, begun)
            if begun is None:
                break
        self._units(came)
        known = {
            "matter": chance.choice((None, *range(1, len(MATTERS) + 1))),
            "matter_text": "别的 事",
        }
        self._add(
            Case,
            id=self.cases,
            number=f"BBC-{self.cases}",
            check_code="ABC234",
            received_at=came,
            staff=1,
            handler=1,
            rules=1,
            clock_from=came.date(),
            due_days=5,
            applicant=chance.randrange(1, PEOPLE + 1),
            beneficiary=chance.choice((None, *range(1, PEOPLE + 1))),
            channel=chance.choice(list(Channel)),
            nature=chance.choice((None, *Nature)),
            cause=chance.choice((None, *Cause.named())),
            grade=chance.choice(list(Grade)),
            method=chance.choice(list(Method)),
            trips=chance.randrange(5),
            **known | row | dict.fromkeys(("relation", "mandate", "problem", "demand"), ""),
            **dict.fromkeys(("answer_given", "due_steps", "result", "first_unit"), ""),
        )

    def _live(self, row, begun):
        """One round; gives when the next begins, if there is one."""
        self._together(begun)
        if self._maybe(2):
            return self._pause(row, begun)
        if self._maybe(2):
            return None
        over = self._moment(begun)
        if self._maybe(2):
            row["status"] = self.chance.choice((Status.REFUSED, Status.WITHDRAWN))
            row["dropped_at"] = over
            return None
        return self._close(row, over)

    def _close(self, row, over):
        ending = self.chance.choice((Ending.DONE, *Ending))
        kept = {"ending": ending, "trips_after": self.chance.choice((None, 0, 1, 2))}
        last = self._rate(row["round"], over)
        again = self._moment(last) if self._maybe(4) and row["round"] < 4 else None
        self._add(
            Closing,
            case=self.cases,
            round=row["round"],
            at=over,
            due_on=row["due_on"],
            reopened_at=again,
            result="好",
            redirected_to="法院" if ending is Ending.REDIRECTED else "",
            **kept | BY,
        )
        if again is None:
            row |= {**kept, "status": Status.ARCHIVED, "concluded_at": over}
        else:
            row["round"] += 1
        return again

    def _rate(self, round_, over):
        """Words on that round, each later one in the place of the one before; when the last was."""
        at, stars = over, list(Stars)
        said = []
        for _ in range(self.chance.randrange(3)):
            at = self._moment(at)
            row = {"case": self.cases, "round": round_, "at": at, "words": "", "contest": ""}
            row |= {"stars": self.chance.choice(stars), "judged_by": "", "judgement": ""}
            if said:
                said[-1]["superseded_at"] = at
            elif self._maybe(4):
                row |= {"contested_at": at, "contested_by": 1, "contest": "误评"}
                if self._maybe(7):
                    judged = {"judged_at": self._moment(at), "judged_by": "李"}
                    row |= judged | {"upheld": self.chance.choice((True, False))}
            said.append(row)
        for one in said:
            self._add(Rating, **one | BY)
        return at

    def _pause(self, row, begun):
        """The clock stands still, for good or for a while; then the round goes on."""
        at = self._moment(begun)
        resumed = self._moment(at) if self._maybe(6) else None
        row["status"] = Status.HANDLING
        told = {"case": self.cases, "round": row["round"], "at": at, "note": "等", "days_left": 1}
        told |= {"reason": PauseReason.MISSING, "resumed_at": resumed, "resumed_by": ""}
        self._add(Pause, **told | BY, days=None if resumed is None else 2)
        if resumed is None:
            row["paused_at"] = at
        elif self._maybe(7):
            return self._close(row, self._moment(resumed))
        return None

    def _together(self, since):
        place = {"case": self.cases, "place": "中心", "present": "众人"}
        texts = {"background": "", "absent": "", "deemed_by": ""}
        if self._maybe(2):
            self._add(Meeting, **place | texts | BY, held_at=self._moment(since), chair="李")
        if self._maybe(1):
            texts = {"purpose": "", "findings": "看", "opinion": "", "photos": ""}
            self._add(Survey, **place | texts | BY, surveyed_at=self._moment(since))
        if self._maybe(1):
            self._conflict(since)

    def _conflict(self, since):
        sides = {
            f"{what}_{side}": side for what in ("unit", "wants", "gives", "basis") for side in "ab"
        }
        solved = {"resolution": "", "basis": "", "resolved_by": ""}
        if self._maybe(6):
            solved |= {"outcome": ConflictOutcome.OTHER, "resolution": "先办"}
            solved["resolved_at"] = self._moment(since)
        self._add(Conflict, case=self.cases, at=since, background="", **sides | solved | BY)

    def _units(self, since):
        for place in range(self.chance.randrange(4)):
            role = self.chance.choice((UnitRole.CO_HANDLER, UnitRole.TRIED))
            self._unit(UnitRole.LEAD if place == 0 and self._maybe(7) else role, place, since)
        if self._maybe():
            told = {"reason": "忙", "progress": "", "next_step": "", "answer": "", "told_by": ""}
            decided = self._moment(since)
            granted = self.chance.choice((True, False))
            row = {"case": self.cases, "round": 1, "asked_at": since, "asked_by": 1, "days": 3}
            row |= {"was_due_on": since.date(), "decided_by": "李", "told_words": ""}
            row |= {"due_on": since.date() if granted else None}
            self._add(Extension, **row | told, decided_at=decided, granted=granted)

    def _unit(self, role, place, since):
        self.shares += 1
        row = {"id": self.shares, "case": self.cases, "role": role, "place": place}
        row |= {"name": f"{self.chance.choice(UNITS)}{place}", "return_reason": "", "item": ""}
        row |= {"state": ShareState.SIGNED, "sent_at": since, "signed_by": "", "reply": ""}
        if self._maybe():
            back = {"state": ShareState.RETURNED, "returned_at": self._moment(since)}
            row |= back | {"return_reason": "不归我"}
        self._add(CaseUnit, **row)
        for times in range(1, self.chance.randrange(3)):
            kind = self.chance.choice(list(Urge))
            texts = {"whom": "", "how": "", "answer": "", "facts": "", "demands": ""}
            at = self._moment(since)
            told = {"share": self.shares, "kind": kind, "times": times, "at": at}
            told |= {"answer_by": at.date(), "grounds": "拖", "approved_by": ""}
            self._add(Reminder, **told | texts | BY)

    def _visit(self):
        starts = self._moment()
        row = {"number": f"SM-{len(self.rows.get(Visit, ()))}", "served": 1, "minutes": 30}
        row |= {
            "starts_at": starts,
            "ends_at": starts + timedelta(minutes=30),
            "matter_text": "认证",
        }
        outcome = self.chance.choice((None, *VisitOutcome))
        gone = VisitStatus.DONE if outcome is VisitOutcome.DONE else VisitStatus.FAILED
        row |= {"status": gone if outcome else VisitStatus.PLANNED, "outcome": outcome}
        row |= {"outcome_at": starts if outcome else None, "asked_at": starts, "asked_by": 1}
        texts = "relation mobility care guardian exception village_text address directions phone"
        more = "suits papers checklist bring way_from ended_reason outcome_note outcome_by taken"
        rest = "returned followed_up_by follow_up_words"
        self._add(Visit, **dict.fromkeys(f"{texts} {more} {rest}".split(), "") | row)


FIRST, NOW = date(2025, 8, 20), datetime(2026, 11, 22, 8, 31, 5)
