"""A walk along the table of moves: cases on a real store, a clock that goes on, anything said."""

from datetime import datetime, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from app.background import close_store
from app.cases.registry import get_row
from app.directory import StaffDraft, Who, list_staff, save_staff
from app.errors import AppError, Invalid
from app.moves import MOVES, Move, choices_for, move_case, next_moves, proposals
from app.moves.asks import Ask, Asked
from app.papers.issues import issue, valid
from app.records.refusals import standing
from models import database
from models.choices import Act, Role, Stars, Status
from tests.app.holding import check_case, check_resumed
from tests.makers import case, furnish, move
from tests.unsynced import open_unsynced

MONDAY = datetime(2026, 11, 16, 9, 0)
LEADER = "刘镇长"  # on no list: signs on paper
UNITS = ("派出所", "社保窗口", "民政办", "残联")
MOST_CASES = 1
OPEN = (Status.REGISTERED, Status.HANDLING)
ENDS = (Status.WITHDRAWN, Status.REFUSED)
LEADS, HELPERS = st.sampled_from(("", "派出所")), st.sampled_from(((), ("社保窗口",)))
# What an act brings with it, in lines of its own.
FOLLOWING = {Act.RETURN: (Act.ESCALATE,), Act.SPOT: (Act.CONCLUDE, Act.INFORM)}
_AT_THE_DESK = ("approver",)  # a second person who types a password
_AHEAD = (1, 3, 5, 10, 0)  # days; a date is mostly one to come
_AGO = (0, 20, 300)  # minutes


# What has a form of its own, or has to be there already.
SENSIBLE = {
    "amount": st.just("1200.50"),
    "phone": st.just("10012345678"),
    "number": st.none(),  # of a household that is there already
    "scans": st.just(()),
    "photos": st.just(()),
    "deemed_by": st.just(""),
    "decided_on": st.just(MONDAY.date()),
    "made_on": st.just(MONDAY.date()),
    "at": st.none(),
    "unreached": st.just(value=False),
    "stars": st.sampled_from((Stars.ONE, Stars.TWO, Stars.FIVE)),
}
PAIRS = ("sides",)  # tables with two rows


def answer(asked: Asked, case_id: int, now: datetime) -> st.SearchStrategy:
    """Anything of that kind, mostly something sensible."""
    if asked.name in SENSIBLE:
        return SENSIBLE[asked.name]
    if asked.kind is Ask.ONE_OF:
        return st.sampled_from([key for key, _ in choices_for(case_id, asked)] or [None])
    if asked.kind is Ask.CHOICE:
        return st.sampled_from(asked.offered)
    if asked.kind is Ask.PERSON:
        return st.sampled_from([one.id for one in list_staff()])
    if asked.kind is Ask.NUMBER:
        return st.sampled_from((max(asked.least, 1), asked.least, asked.most))
    if asked.kind is Ask.ROWS:
        return _rows(asked, case_id, now)
    return _plain(asked, now)


def _rows(asked: Asked, case_id: int, now: datetime) -> st.SearchStrategy:
    row = st.fixed_dictionaries({one.name: answer(one, case_id, now) for one in asked.columns})
    least = 2 if asked.name in PAIRS else int(bool(asked.needed))
    units = [one.name for one in asked.columns if one.kind is Ask.UNIT]
    different = (lambda said: said[units[0]]) if units else str
    return st.lists(row, min_size=least, max_size=2, unique_by=different).map(tuple)


def _plain(asked: Asked, now: datetime) -> st.SearchStrategy:
    text, unit = st.sampled_from((f"{asked.label}已定", asked.label)), st.sampled_from(UNITS)
    least = int(bool(asked.needed))
    return {
        Ask.TEXT: text,
        Ask.LINE: text,
        Ask.LINES: st.lists(text, min_size=least, max_size=2, unique=True).map(tuple),
        Ask.DAY: st.sampled_from([now.date() + timedelta(days=n) for n in _AHEAD]),
        Ask.MOMENT: st.sampled_from([now - timedelta(minutes=n) for n in _AGO]),
        Ask.FLAG: st.booleans(),
        Ask.UNIT: unit,
        Ask.UNITS: st.lists(unit, min_size=least, max_size=2, unique=True).map(tuple),
    }[asked.kind]


class Walk(RuleBasedStateMachine):
    """What the walk itself remembers is held against the store after every step."""

    template: bytes = b""  # a started store
    path = None  # where each walk has its own

    def __init__(self) -> None:
        super().__init__()
        self.path.write_bytes(self.template)
        open_unsynced(self.path)
        furnish()
        save_staff(StaffDraft(name="李主任", work_number="01", role=Role.LEADER))
        self.staff = list_staff()
        self.now = MONDAY
        self.statuses: dict[int, Status] = {}
        self.made: dict[int, list[Act]] = {}

    def teardown(self) -> None:
        close_store()

    @precondition(lambda self: len(self._living()) < MOST_CASES)
    @rule(lead=LEADS, helpers=HELPERS, far=st.sampled_from((0, 0, 1, 3)))
    def register(self, lead, helpers, far):
        """Sometimes a case that is done with at once, for its end is far for a walk."""
        opened = case(received_at=self.now, lead=lead, helpers=helpers)
        self.statuses[opened.id], self.made[opened.id] = Status.REGISTERED, []
        for act in (Act.SPOT, Act.FOLLOW_UP, Act.ARCHIVE)[:far]:
            who = self.staff[act is not Act.FOLLOW_UP]  # the clerk handles it
            self.statuses[opened.id] = move(opened.id, act, now=self.now, who=who)
            self.made[opened.id].append(act)
            REACHED.add((Status.REGISTERED if act is Act.SPOT else Status.INFORMED, act))

    @precondition(lambda self: self._living())
    @rule(
        data=st.data(),
        which=st.integers(0, MOST_CASES - 1),
        by=st.integers(0, 1),
        days=st.sampled_from((0, 0, 0, 1, 1, 2, 6, 25)),
    )
    def move(self, data, which, by, days):
        """Some time goes by, and someone makes a move of one of the cases."""
        self.now += timedelta(days=days) if days else timedelta(minutes=10)
        living = self._living()
        case_id, who = living[which % len(living)], self.staff[by]
        self._print_notice(case_id, who)
        moves = self._weighed(case_id, next_moves(case_id, self.now.date(), who))
        if not moves:
            return
        self._make(case_id, data.draw(st.sampled_from(moves)), who, data)
        assert get_row(case_id).status is self.statuses[case_id]
        check_case(case_id, self.made[case_id], self.now)

    def _living(self) -> list[int]:
        return sorted(key for key, status in self.statuses.items() if status not in ENDS)

    def _weighed(self, case_id: int, moves: tuple[Move, ...]) -> list[Move]:
        """What has not been done with it comes first and its end last, so that a walk goes far."""
        open_still = [one for one in moves if one.to in OPEN or one.start not in OPEN]
        new = [one for one in open_still if one.act not in self.made[case_id]]
        return [*(new * 4), *open_still, *moves]

    def _print_notice(self, case_id: int, who: Who) -> None:
        """A “no” that was granted is told with its notice in the hand."""
        said_no = standing(case_id, get_row(case_id).round)
        if said_no and not valid(case_id, said_no.notice, said_no.id):
            issue(case_id, said_no.notice, who, self.now, said_no.id)

    def _make(self, case_id, move, who, data):
        given = self._said(case_id, move, data)
        before = self._told(case_id)
        try:
            status = move_case(case_id, move.act, given, who, self.now)
        except (Invalid, AppError):
            assert self._told(case_id) == before, "a move that was refused left something"
            return
        _, acts = self._told(case_id)
        act, *following = acts[len(before[1]) :]
        assert act == move.act
        if move.act is Act.RESUME:
            check_resumed(case_id, self.now)
        assert set(following) <= set(FOLLOWING.get(move.act, ()))
        self.statuses[case_id] = status
        self.made[case_id].append(move.act)
        REACHED.add((move.start, move.act))

    def _said(self, case_id, move, data):
        planned = proposals(case_id, move, self.now.date())
        known = {name for name, value in planned.items() if value not in (None, "", ())}
        said = {}
        for one in move.asks:
            if one.kind is Ask.SECRET or one.name in _AT_THE_DESK:
                continue
            if one.name == "signed_on_paper":
                said[one.name] = LEADER
            elif one.name not in known or data.draw(st.booleans()):
                said[one.name] = data.draw(answer(one, case_id, self.now), label=one.name)
        return said

    def _told(self, case_id: int) -> tuple[tuple, list[str]]:
        """Its row, and the acts of its history from the first."""
        run = database.execute_sql
        acts = run("SELECT act FROM case_event WHERE case_id = ? ORDER BY id", (case_id,))
        row = run('SELECT * FROM "case" WHERE id = ?', (case_id,)).fetchone()
        return row, [act for (act,) in acts]


# By which moves any walk has gone so far.
REACHED: set[tuple[Status, Act]] = set()
EVERY_WAY = {(one.start, one.act) for one in MOVES}
