"""What waits: each list finds what its card counts, and no open case is forgotten."""

from datetime import date, timedelta

import pytest

from app.cases.case_list import case_ids, case_rows, count
from app.cases.filters import CaseFilter, that_wait
from app.desk.todo import ACTS, BESIDE, Todo, count_todo
from app.moves import move_case
from models import Case, CaseUnit, Decision, Extension, Meeting, Rating
from models.choices import Act, Ending, Grade, RefusalKind, ShareState, Stars, Status
from tests.makers import NOW, case, clerk, furnish

FRIDAY, DECEMBER = date(2026, 11, 27), date(2026, 12, 1)  # due, and after it
REFUSED = {
    "kind": RefusalKind.REFUSED,
    "scope_reason": 1,
    "reason": "判决已经生效。",
    "document": "《民事诉讼法》",
    "article": "第一百条",
    "tried": ("陪他去法院问过",),
    "other_ways": ("申请再审",),
}
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def who(store):
    return furnish()


def put(opened, **values):
    Case.update(values).where(Case.id == opened.id).execute()


def hand_to_units(opened, state):
    put(opened, status=Status.HANDLING)
    theirs = CaseUnit.case == opened.id
    CaseUnit.update(state=state, sent_at=NOW).where(theirs, CaseUnit.role == "lead").execute()


def longer(opened, **decided):
    """Its unit has the case, and more time was asked for."""
    hand_to_units(opened, ShareState.SIGNED)
    asked = {"asked_at": NOW, "asked_by": 1, "days": 3, "reason": "等县里"}
    Extension.create(case=opened.id, round=1, was_due_on=FRIDAY, **asked, **decided)


def unhappy(opened, **contested):
    """Its citizen was told and asked, and is not content."""
    over = {"ending": Ending.DONE, "concluded_at": NOW, "followed_up_at": NOW}
    put(opened, status=Status.INFORMED, **over)
    Rating.create(case=opened.id, round=1, at=NOW, by="王芳", stars=Stars.ONE, **contested)


def decided(opened, due_on):
    """A meeting about it decided one thing."""
    told = {"place": "会议室", "chair": "李主任", "present": "住建所", "by": "王芳"}
    met = Meeting.create(case=opened.id, held_at=NOW, **told)
    return Decision.create(meeting=met, what="出具说明", owner="住建所", due_on=due_on)


@pytest.fixture
def desk(who):
    """A case at every step; each waits for the act it is named by."""
    steps = {act: case() for act in ACTS.values()}
    put(steps[Act.ASSIGN], sorted_at=NOW)
    hand_to_units(steps[Act.SIGN], ShareState.SENT)
    hand_to_units(steps[Act.REPLY], ShareState.SIGNED)
    hand_to_units(steps[Act.CONCLUDE], ShareState.REPLIED)
    over = {"ending": Ending.DONE, "concluded_at": NOW}
    put(steps[Act.INFORM], status=Status.CONCLUDED, **over)
    put(steps[Act.FOLLOW_UP], status=Status.INFORMED, informed_at=NOW, **over)
    put(steps[Act.ARCHIVE], status=Status.INFORMED, followed_up_at=NOW, **over)
    decided(steps[Act.DECIDED_DONE], NOW.date() - timedelta(days=1))
    put(steps[Act.COMPLETE], complete=False)
    put(steps[Act.RESUME], status=Status.HANDLING, paused_at=NOW)
    longer(steps[Act.GRANT_EXTENSION])
    longer(steps[Act.TELL_EXTENSION], decided_at=NOW, granted=True, due_on=DECEMBER)
    unhappy(steps[Act.REWORK])
    unhappy(steps[Act.JUDGE], contested_at=NOW, contested_by=who.id, contest="点错了")
    move_case(steps[Act.GRANT_NO].id, Act.ASK_NO, REFUSED, who, NOW)
    return steps


def test_a_case_at_each_step_is_on_the_list_of_its_act(desk):
    for todo, act in ACTS.items():
        assert desk[act].id in case_ids(that_wait(todo), NOW.date()), todo.label
        if todo not in BESIDE:
            assert case_rows([desk[act].id])[0].step is act


def test_every_card_counts_what_its_list_has(desk):
    for today in (NOW.date(), FRIDAY, DECEMBER):
        for todo, counted in count_todo(today).items():
            assert counted == count(that_wait(todo), today), (todo.label, today)


def test_no_open_case_is_forgotten(desk):
    listed = {one for todo in ACTS for one in case_ids(that_wait(todo), NOW.date())}
    assert listed == set(case_ids(CaseFilter(), NOW.date()))


def test_what_is_paused_waits_for_nobody_and_is_not_forgotten(desk):
    for act in (Act.SIGN, Act.REPLY, Act.CONCLUDE):
        put(desk[act], paused_at=NOW)
    counted = count_todo(DECEMBER)
    waiting = [counted[one] for one in (Todo.SIGN, Todo.REPLY, Todo.CONCLUDE)]
    assert waiting == [0, 2, 0]  # those two for which more time was asked
    assert counted[Todo.OVERDUE] == 7  # and those that are registered
    row = case_rows([desk[Act.SIGN].id])[0]
    assert (row.paused, row.step) == (True, Act.RESUME)
    assert counted[Todo.PAUSED] == 4


def test_what_waits_is_counted_by_clerk_and_goes_with_the_act(who):
    one = case(grade=Grade.COMPLEX)
    other = clerk("李建国", "04")
    assert count_todo(NOW.date(), other.id)[Todo.SORT] == 0
    assert count_todo(NOW.date(), who.id)[Todo.SORT] == 1
    given = {"note": "不办了。", "ending": Ending.DONE}
    move_case(one.id, Act.WITHDRAW, given, who, LATER)
    assert set(count_todo(DECEMBER).values()) == {0}


def test_whom_nobody_has_told_that_it_is_not_taken_up_is_not_forgotten(who):
    one = case()
    put(one, status=Status.REFUSED)
    assert count_todo(NOW.date())[Todo.INFORM] == 1
    put(one, informed_at=NOW)
    assert count_todo(NOW.date())[Todo.INFORM] == 0


def test_a_bad_word_is_put_right_also_when_it_comes_after_filing_and_not_when_it_was_a_mistake(who):
    one = case()
    unhappy(one)
    put(one, status=Status.ARCHIVED)
    assert count_todo(NOW.date())[Todo.REWORK] == 1
    judged = {"contested_at": NOW, "contested_by": who.id, "contest": "点错了", "judged_at": NOW}
    Rating.update(judged_by="李建国", upheld=True, judgement="是误评", **judged).execute()
    assert count_todo(NOW.date())[Todo.REWORK] == 0


def test_what_a_meeting_decided_waits_from_the_day_after_until_it_is_done(who):
    one = case()
    kept = decided(one, FRIDAY)
    saturday = FRIDAY + timedelta(days=1)
    assert count_todo(FRIDAY)[Todo.DECIDED] == 0
    assert count_todo(saturday)[Todo.DECIDED] == 1
    given = {"decision": kept.id, "note": "说明已经出了。"}
    move_case(one.id, Act.DECIDED_DONE, given, who, LATER)
    assert count_todo(saturday)[Todo.DECIDED] == 0


def test_nothing_waits_in_an_empty_store(store):
    assert set(count_todo(NOW.date()).values()) == {0}
