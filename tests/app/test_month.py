import hashlib
from datetime import date, datetime, timedelta

import pytest

from app.deadlines.calendar import forget
from app.directory import Who
from app.errors import AppError, NotFound
from app.month import Share, Sort, list_exports, record_export, report_month
from app.month.vouching import is_same
from models import Case, Centre
from models.choices import Cause, Ending, Nature, PartyKind, Status, UnitRole
from tests.app.month_stores import add_case, add_person, add_reception, add_unit, found_centre

NOW = datetime(2026, 11, 22, 8, 31, 5)
WHO = Who(1, "王芳", "01")


@pytest.fixture(autouse=True)
def _centre(store):
    forget()
    found_centre()


def at(day, hour=9, minute=0, second=0):
    return datetime(2026, *day, hour, minute, second)


def october(**options):
    return report_month(2026, 10, NOW, **options)


def part(report, name):
    return report.figure(name).now.part


def the_row(**options):
    (row,) = october(**options).ledger
    return row


@pytest.mark.parametrize(
    ("moment", "counted"),
    [
        (at((9, 30), 23, 59, 59), 0),
        (at((10, 1), 0, 0, 0), 1),
        (at((10, 31), 23, 59, 59), 1),
        (at((11, 1), 0, 0, 0), 0),
    ],
)
def test_a_month_is_its_own_days_to_the_second(moment, counted):
    add_case(moment)
    add_reception(moment)
    report = october()
    assert len(report.ledger) == part(report, "受理（件）") == counted
    assert part(report, "接待（人次）") == counted


def test_a_case_completed_after_the_month_was_open_at_its_end():
    add_case(at((10, 30)), concluded_at=at((11, 2)), due_on=date(2026, 11, 6))
    row = the_row()
    assert (row.standing, row.completed_on, row.days, row.ending) == ("办理中", None, None, "")
    assert part(october(), "期末在办（件）") == 1
    november = report_month(2026, 11, NOW)
    assert november.ledger == ()
    assert [row.standing for row in november.carried] == ["已办结"]
    assert part(november, "办结（件）") == 1
    assert part(november, "期初在办（件）") == 1


def test_the_report_of_a_past_month_says_the_same_whenever_it_is_made():
    add_case(at((10, 12)), concluded_at=at((10, 14)))
    add_case(at((10, 20)), concluded_at=at((11, 20)))
    early, late = report_month(2026, 10, at((11, 2))), october()
    assert early.measures == late.measures
    assert early.checksum == late.checksum


def test_the_month_that_is_not_over_counts_up_to_this_moment():
    add_case(NOW)
    report = report_month(2026, 11, NOW)
    assert len(report.ledger) == 1
    assert not report.over
    assert october().over


@pytest.mark.parametrize(("due", "late"), [(19, "已逾期"), (20, "办理中"), (23, "办理中")])
def test_a_case_is_late_from_the_first_working_day_after_its_date(due, late):
    """It is Sunday: what was due on Friday is late tomorrow."""
    add_case(at((11, 16)), due_on=date(2026, 11, due))
    report = report_month(2026, 11, NOW)
    assert report.ledger[0].standing == late
    assert part(report, "已逾期") == (late == "已逾期")


@pytest.mark.parametrize(
    ("completed", "standing", "kept"),
    [(at((10, 19), 23, 59, 59), "已办结", 1), (at((10, 20), 0, 0, 1), "逾期办结", 0)],
)
def test_the_day_itself_is_in_time(completed, standing, kept):
    add_case(at((10, 12)), due_on=date(2026, 10, 19), concluded_at=completed)
    assert the_row().standing == standing
    assert october().figure("按时办结率").now == Share(kept, 1)


@pytest.mark.parametrize(
    ("status", "word"), [(Status.REFUSED, "不予受理"), (Status.WITHDRAWN, "撤回")]
)
def test_refused_and_withdrawn_are_neither_completed_nor_open_nor_late(status, word):
    add_case(at((10, 12)), status=status)
    report = october()
    assert report.ledger[0].standing == word
    assert [part(report, name) for name in ("受理（件）", f"{word}（件）")] == [1, 1]
    assert [part(report, name) for name in ("办结（件）", "期末在办（件）", "已逾期")] == [0, 0, 0]
    assert report.figure("办结率").now == Share(0, 1)
    assert report.figure("按时办结率").now == Share(0, 0)


@pytest.mark.parametrize("ending", list(Ending))
def test_only_done_counts_as_done(ending):
    add_case(at((10, 12)), concluded_at=at((10, 13)), ending=ending)
    report = october()
    assert part(report, ending.label) == 1
    assert report.figure("办成率").now == Share(int(ending is Ending.DONE), 1)
    assert report.ledger[0].ending == ending.label


def test_days_are_working_days_of_the_centres_calendar():
    # 30 September to 10 October: seven days off, then Thursday, Friday, a Saturday that is worked.
    add_case(at((9, 30)), concluded_at=at((10, 10)))
    report = october()
    assert report.carried[0].days == 3
    assert report.figure("平均用时（工作日）").now == Share(3, 1)
    assert report.figure("最长用时（工作日）").now == Share(3)


def test_completed_the_same_day_took_no_day():
    add_case(at((10, 12), 9), concluded_at=at((10, 12), 17))
    assert the_row().days == 0
    assert october().figure("当天办结率").now == Share(1, 1)


def test_a_ratio_of_nothing_is_none():
    rates = [one for one in october().measures if one.sort is not Sort.COUNT]
    assert len(rates) == 11
    assert {one.now.ratio for one in rates} == {None}
    assert october().figure("最长用时（工作日）").now.value is None


def test_changes_are_told_in_pieces_and_points():
    add_case(at((9, 2)), concluded_at=at((9, 3)))
    add_case(at((9, 3)), concluded_at=at((9, 4)))
    add_case(at((10, 12)))
    report = october()
    received, rate = report.figure("受理（件）"), report.figure("办结率")
    assert received.since(received.before) == -1
    assert rate.since(rate.before) == -100.0


def test_before_anything_was_kept_nothing_is_known():
    add_case(at((10, 12)))
    received = october().figure("受理（件）")
    assert (received.before, received.last_year) == (None, None)
    assert received.since(received.before) is None
    assert [one.first for one in october().months] == [date(2026, 10, 1)]


def test_the_year_so_far_ends_with_the_month():
    for moment in (at((1, 1)), at((6, 3)), at((10, 31)), at((11, 2))):
        add_case(moment)
    assert october().figure("受理（件）").year == Share(3)


def test_twelve_months_at_most_are_drawn():
    add_case(at((1, 5)) - timedelta(days=600))
    months = october().months
    assert [months[0].first, months[-1].first] == [date(2025, 11, 1), date(2026, 10, 1)]
    assert len(months) == 12


def test_the_unit_in_the_lead_or_else_the_matters_own():
    case = add_case(at((10, 12)), matter=2)
    assert the_row().lead == "县医保局"
    add_unit(case, UnitRole.TRIED, "县人社局")
    add_unit(case, UnitRole.LEAD, "云溪派出所", 1)
    add_unit(case, UnitRole.CO_HANDLER, "县医保局", 3)
    add_unit(case, UnitRole.CO_HANDLER, "农商银行", 4)
    assert (the_row().lead, the_row().helpers) == ("云溪派出所", "县医保局、农商银行")


def test_what_was_not_filled_in_is_said_and_counted():
    add_case(at((10, 12)), matter=None, matter_text="一件新事", nature=None, cause=None)
    row = the_row()
    assert (row.matter, row.nature, row.cause, row.lead) == ("一件新事", "未填", "未填", "未定")
    assert october().lacking == {"性质": 1, "成因": 1, "牵头单位": 1}


def test_persons_are_masked_unless_the_full_ledger_is_asked_for():
    add_case(at((10, 12)), problem="身份证到期", demand="上门照相")
    row = the_row()
    assert row.person == "王**"
    assert row.identity is None
    assert not {"10012345678", "11010119491231002X", "王秀英"} & set(map(str, row.cells()))
    full = the_row(full=True)
    assert full.person == "王秀英"
    assert full.cells()[-5:] == (
        "10012345678",
        "11010119491231002X",
        "云溪镇柳林村3组12号",
        "身份证到期",
        "上门照相",
    )
    assert october().checksum != october(full=True).checksum


@pytest.mark.parametrize(
    ("name", "kind", "shown"),
    [
        ("欧阳𬎆䶮", PartyKind.PERSON, "欧阳**"),
        ("云溪小吃店", PartyKind.ORGANISATION, "云溪小吃店"),
    ],
)
def test_names_are_masked_as_everywhere(name, kind, shown):
    add_case(at((10, 12)), applicant=add_person(name=name, kind=kind))
    assert the_row().person == shown


def test_what_no_cell_can_hold_does_not_reach_the_ledger():
    person = add_person(name="王\x07秀\u202e英", village=None, village_text="外\n乡")
    add_case(at((10, 12)), applicant=person, problem="一\r\n\r\n\r\n\r\n二\x00")
    row = the_row(full=True)
    assert (row.person, row.village, row.identity.problem) == ("王秀英", "外 乡", "一\n\n二")


def test_cause_by_unit_counts_every_case_once():
    for cause in (Cause.DATA, Cause.DATA, Cause.LEGACY):
        add_case(at((10, 12)), cause=cause)
    add_case(at((10, 13)), matter=6, cause=None)
    cross = october().cross
    assert cross.units == ("云溪派出所", "未定")
    assert cross.causes[:3] == ("部门间数据传输不及时", "历史遗留问题不处理", "未填")
    assert len(cross.causes) == 8
    assert cross.count(unit="云溪派出所", cause="部门间数据传输不及时") == 2
    assert cross.count() == 4


def test_a_month_without_a_case_is_a_zero_report():
    add_case(at((9, 30)))
    report = october()
    assert report.zero
    assert (report.ledger, len(report.carried)) == ((), 1)


def test_the_checksum_tells_when_a_row_or_a_figure_has_changed():
    """A month without a case has one of its own."""
    case = add_case(at((11, 12)))
    zero = october().checksum
    assert zero != report_month(2026, 9, NOW).checksum
    add_reception(at((10, 12)))
    assert october().checksum != zero
    before = report_month(2026, 11, NOW).checksum
    Case.update(nature=Nature.UNWILLING).where(Case.id == case).execute()
    assert report_month(2026, 11, NOW).checksum != before


def test_what_was_exported_with_a_checksum_of_the_rows_alone_is_known_again():
    add_case(at((10, 12)))
    lines = ["\t".join("" if one is None else str(one) for one in october().ledger[0].cells())]
    made = hashlib.sha256("\n".join(lines).encode()).hexdigest()
    assert is_same(made, october())
    add_case(at((10, 13)))
    assert not is_same(made, october())


def test_a_month_to_come_cannot_be_reported():
    with pytest.raises(AppError, match="2026年12月还没有到"):
        report_month(2026, 12, NOW)


def test_without_a_centre_there_is_no_report():
    Centre.delete().execute()
    with pytest.raises(NotFound, match="中心信息"):
        october()


def test_an_export_is_recorded_with_what_it_showed():
    add_case(at((10, 12)))
    for full in (False, True):
        report = october(full=full)
        record_export(report, f"{full}.xlsx", WHO, NOW + timedelta(minutes=full))
    latest, first = list_exports()
    assert (latest.full, latest.checksum) == (True, october(full=True).checksum)
    assert (first.full, first.month, first.made_by, first.cases, first.file_name) == (
        False,
        date(2026, 10, 1),
        "王芳",
        1,
        "False.xlsx",
    )
    record_export(report_month(2026, 9, NOW), "9.xlsx", WHO, NOW - timedelta(days=30))
    assert [one.file_name for one in list_exports()] == ["True.xlsx", "False.xlsx", "9.xlsx"]
    assert list_exports(1, first=date(2026, 9, 1))[0].file_name == "9.xlsx"
