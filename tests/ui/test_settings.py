from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.cases.detail import get_case
from app.cases.registry import draft_of
from app.centre import get_centre, save_centre
from app.deadlines.calendar import due, list_days, list_years
from app.deadlines.time_rules import get_rules
from app.desk.tidying import list_untidy
from app.directory import (
    MatterDraft,
    list_matters,
    list_staff,
    list_units,
    list_villages,
    retire,
    save_matter,
)
from app.history import list_history
from app.search.finding import find
from models.choices import Act, Grade
from tests import makers
from tests.app.test_notices import OF_2026
from tests.conftest import TODAY
from tests.ui.typist import Typist
from ui.kit import ask
from ui.kit.errands import CALENDAR, SETTINGS, TIDYING
from ui.kit.sheet import Sheet
from ui.kit.style import DARK, LIGHT, LOOK, ZOOM, Look, prefer, scheme_of
from ui.pages import STOPS
from ui.settings.page import ROWS, SettingsPage
from ui.shell import Shell

KEY = Qt.Key
OF_2027 = OF_2026.replace("2026", "2027").replace("1月4日（周日）上班", "1月9日（周六）上班")


@pytest.fixture(autouse=True)
def furnished(store):
    makers.furnish()
    save_matter(MatterDraft(name="居民身份证换领", unit="派出所", papers="旧证\n户口簿"))


@pytest.fixture
def page(qtbot, desk):
    """The page as the window would show it, with the keyboard in its index."""
    page = SettingsPage(desk)
    page.resize(1182, 684)
    page.show()
    with qtbot.waitActive(page):
        page.activateWindow()
    page.first.setFocus()
    yield page
    page.deleteLater()


@pytest.fixture
def said(desk):
    found = []
    desk.errands.said.connect(found.append)
    return found


def mark(page, name):
    return page.index.lines.lines[ROWS[name]].mark


def sheet(page):
    """The sheet that lies over the page."""
    found = [one for one in page.findChildren(Sheet) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def no_sheet(page):
    return not any(one.isVisible() for one in page.findChildren(Sheet))


def paste(text):
    QGuiApplication.clipboard().setText(text)
    return Typist().press(KEY.Key_V, 1, Qt.KeyboardModifier.ControlModifier)


def enter(page, name):
    page.take(name)
    return page.option(name)


def test_the_pages_are_gone_through_with_the_arrows_and_left_with_esc(page):
    keys = Typist().press(KEY.Key_Down, 2)
    option = page.option("单位")
    assert page.stack.currentWidget() is option
    keys.enter()
    assert option.view.hasFocus()
    assert page.back()
    assert page.index.hasFocus()
    assert not page.back()


def test_the_centre_is_changed_with_the_keyboard_and_the_rest_stays(page, said):
    save_centre(replace(get_centre(), backup_folder="/mnt/stick", idle_minutes=7))
    option = enter(page, "中心信息")
    option.editor("address").setFocus()
    Typist().write("文化路1号")
    assert mark(page, "中心信息") == "未保存"
    Typist().press(KEY.Key_F9)
    centre = get_centre()
    assert (centre.address, centre.backup_folder, centre.idle_minutes) == (
        "文化路1号",
        "/mnt/stick",
        7,
    )
    assert (mark(page, "中心信息"), said) == ("", ["已保存。"])


def test_a_wrong_field_is_said_at_once_and_kept_out(page):
    option = enter(page, "中心信息")
    option.editor("place").setText("")
    option.editor("phone").setText("0570")
    assert option.rows["place"].is_wrong()
    Typist().press(KEY.Key_F9)
    assert get_centre().place == "云溪"
    assert option.editor("place").hasFocus()
    assert option.rows["phone"].is_wrong()


def test_what_is_not_saved_yet_outlives_what_others_save(page):
    option = enter(page, "中心信息")
    option.editor("address").setText("文化路1号")
    page.option("办理时限")
    save_centre(replace(get_centre(), hours="全天"))
    page.option("中心信息")
    assert option.editor("address").value() == "文化路1号"
    option.save.click()
    assert (get_centre().address, get_centre().hours) == ("文化路1号", "")


def test_each_grade_says_when_todays_case_would_be_due(page):
    option = enter(page, "办理时限")
    option.rows["general"].number.set_value(8)
    day = due(TODAY, 8).day
    assert f"{day.month}月{day.day}日" in option.rows["general"].hint.text


def test_changed_rules_are_a_new_version_that_says_what_is_new(page, said):
    option = enter(page, "办理时限")
    option.rows["general"].number.setFocus(Qt.FocusReason.TabFocusReason)
    Typist().write("8").enter()
    option.rows["cannot"].number.setFocus()
    Typist().write("3").enter()
    option.units[1].number.setFocus()
    Typist().write("2").enter()
    assert mark(page, "办理时限") == "未保存"
    Typist().press(KEY.Key_F9)
    rules = get_rules()
    assert (rules.id, rules.general, rules.cannot, rules.hard) == (2, 8, 3, None)
    assert [(one.unit, one.days) for one in rules.units] == [("派出所", 2)]
    newest, first = option.versions.entries()
    assert newest.note == "一般 5→8，不能办 不另定→3，派出所 不另定→2"
    assert (newest.mark, first.mark) == ("现行", "")
    assert (mark(page, "办理时限"), said) == ("", ["已保存，从现在起登记的按第 2 版办。"])


def test_open_cases_are_reckoned_anew_on_somebodys_word_only(page, said, qtbot):
    sooner, later = makers.case(), makers.case(grade=Grade.SPECIAL)
    option = enter(page, "办理时限")
    option.rows["general"].number.set_value(3)
    option.rows["special"].number.set_value(20)
    Typist().press(KEY.Key_F9)
    lies = sheet(page)
    assert (lies.later.text(), lies.save.text()) == ("期限推后或不变的 1 件", "重算 1 件")
    assert lies.chosen() == [later.id]  # what would be due sooner waits to be ticked
    Typist().press(KEY.Key_F9)
    qtbot.waitUntil(lambda: no_sheet(page))
    assert said[-1] == "已重算 1 件办件的期限。"
    assert [get_case(one.id).due_on for one in (sooner, later)] == [
        sooner.due_on,
        due(TODAY, 20).day,
    ]
    option.again.click()
    sheet(page).earlier.click()
    assert sheet(page).chosen() == [sooner.id]
    Typist().press(KEY.Key_Escape)
    assert get_case(sooner.id).due_on == sooner.due_on


def test_a_changed_calendar_offers_what_it_would_change(page, qtbot):
    opened = makers.case()
    enter(page, CALENDAR)
    Typist().press(KEY.Key_Right).press(KEY.Key_Space)  # nobody works on Monday
    Typist().press(KEY.Key_F9)
    assert sheet(page).chosen() == [opened.id]
    sheet(page).leave_it.click()
    qtbot.waitUntil(lambda: no_sheet(page))
    assert get_case(opened.id).due_on == opened.due_on


def test_a_rule_that_may_lack_is_cleared_with_the_keyboard(page):
    option = enter(page, "办理时限")
    row = option.rows["cannot"]
    row.number.setFocus()
    Typist().write("3")
    assert row.said() == 3
    row.number.selectAll()
    Typist().press(KEY.Key_Delete).enter()
    assert (row.said(), row.number.text(), row.hint.text) == (None, "按难度", "")
    assert not option.is_edited()


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("HZ{date}-{serial:02}", "今天的第 3 件会是 HZ20261122-03"),
        ("HZ{date}", "缺 {serial:03}"),
        ("{date}{serial", "花括号没有配对"),
        ("{date}/{serial}", "不能有“/”"),
    ],
)
def test_the_number_shows_an_example_or_what_is_wrong_with_it(page, template, said):
    option = enter(page, "编号")
    option.editor("number_template").setText(template)
    assert said in option.rows["number_template"].hint.text


def test_a_unit_is_added_without_a_mouse(page, qtbot):
    option = enter(page, "单位")
    keys = Typist().press(KEY.Key_Insert)
    keys.write("残联").enter().write("5").enter().write("高平").enter().write("0570-6001105")
    keys.enter().write("何敏").enter().write("0570 6001106").press(KEY.Key_F9)
    qtbot.waitUntil(lambda: no_sheet(page))
    unit = list_units()[-1]
    assert (unit.name, unit.window_number, unit.liaison, unit.phone) == (
        "残联",
        "5",
        "高平",
        "0570-6001105",
    )
    assert (unit.head, unit.head_phone) == ("何敏", "0570-6001106")
    assert option.view.table.rowCount() == 3


def test_one_after_the_other_is_added(page, qtbot):
    enter(page, "村社")
    Typist().press(KEY.Key_Insert).write("柳林村").press(KEY.Key_F10)
    editor = sheet(page).editors["name"]
    qtbot.waitUntil(lambda: editor.value() == "" and editor.hasFocus())
    Typist().write("青石村").press(KEY.Key_F9)
    qtbot.waitUntil(lambda: no_sheet(page))
    assert [one.name for one in list_villages()] == ["石门村", "柳林村", "青石村"]


def test_adding_a_known_name_writes_nothing_over(page):
    enter(page, "单位")
    Typist().press(KEY.Key_Insert).write("派出所").press(KEY.Key_F9)
    assert "已经有“派出所”" in sheet(page).rows["name"].hint.text
    assert list_units()[0].liaison == "陈浩"


def test_an_entry_is_renamed_and_its_cases_are_found_by_the_new_name(page, qtbot):
    made = makers.case(helpers=())
    option = enter(page, "村社")
    Typist().enter()
    editor = sheet(page).editors["name"]
    editor.selectAll()
    Typist().write("石桥村").press(KEY.Key_F9)
    qtbot.waitUntil(lambda: no_sheet(page))
    assert [one.id for one in find("石桥村")] == [made.id]
    assert option.view.table.text(0, 0) == "石桥村"


def test_a_matter_is_changed_with_its_unit_and_papers(page, qtbot):
    enter(page, "事项")
    Typist().enter()
    over = sheet(page)
    assert over.editors["unit"].text() == "派出所"
    over.editors["unit"].setText("")
    over.editors["unit"].setFocus()
    Typist().write("残联")
    over.editors["papers"].set_value("旧证")
    Typist().press(KEY.Key_F9)
    qtbot.waitUntil(lambda: no_sheet(page))
    (matter,) = list_matters()
    assert (matter.unit, matter.papers) == ("残联", ("旧证",))
    assert "残联" in [one.name for one in list_units()]


def test_an_entry_is_retired_and_put_back(page):
    option = enter(page, "单位")
    Typist().enter()
    sheet(page).shelve.click()
    assert [one.name for one in list_units()] == ["社保窗口"]
    option.retired.click()
    option.view.choose_row(0)
    assert option.view.record().active is False
    option.view.opened.emit(option.view.record())
    sheet(page).shelve.click()
    assert len(list_units()) == 2


def test_a_list_is_looked_through_by_name_and_initials(page):
    option = enter(page, "单位")
    for typed, found in (("社保", ["社保窗口"]), ("pcs", ["派出所"]), ("xyz", [])):
        option.finder.setText(typed)
        rows = [option.view.table.text(n, 0) for n in range(option.view.table.rowCount())]
        assert rows == found
    assert option.stack.currentWidget() is option.empty
    assert option.empty.title.text() == "没有找到"


def test_staff_is_pasted_and_looked_at_before_it_is_taken(page):
    enter(page, "人员").paste.click()
    paste("姓名\t工号\n李建国\t07\n周敏\t07\n")
    over = sheet(page)
    assert over.save.words() == "存入 1 位在岗人员"
    Typist().press(KEY.Key_F9)
    assert no_sheet(page)
    assert "李建国" in [one.name for one in list_staff()]
    assert "周敏" not in [one.name for one in list_staff()]


def test_matters_are_pasted_and_a_known_one_keeps_what_is_not_said(page):
    enter(page, "事项").paste.click()
    paste("居民身份证换领\t\tsfz\n残疾证办理\t残联\t\t照片")
    Typist().press(KEY.Key_F9)
    known, new = list_matters()
    assert (known.unit, known.keywords, known.papers) == ("派出所", "sfz", ("旧证", "户口簿"))
    assert (new.name, new.unit, new.papers) == ("残疾证办理", "残联", ("照片",))


def test_a_day_is_taken_off_and_saved_with_the_keyboard(page, said):
    option = enter(page, CALENDAR)
    assert option.grid.hasFocus()
    Typist().press(KEY.Key_Right).press(KEY.Key_Space)  # Monday, 23 November
    assert (mark(page, CALENDAR), option.grid.value()[-1].working) == ("未保存", False)
    Typist().press(KEY.Key_F9)
    assert [one.day for one in list_days(2026)][-1] == date(2026, 11, 23)
    assert due(TODAY, 1).day == date(2026, 11, 24)
    assert (mark(page, CALENDAR), len(said)) == ("", 1)


def test_pressing_a_day_twice_leaves_it_as_it_was(page, qtbot):
    option = enter(page, CALENDAR)
    holiday = option.grid.cell(date(2026, 10, 1)).center().toPoint()
    qtbot.mouseClick(option.grid, Qt.MouseButton.LeftButton, pos=holiday)
    assert option.is_edited()
    qtbot.mouseClick(option.grid, Qt.MouseButton.LeftButton, pos=holiday)
    (day,) = [one for one in option.grid.value() if one.day == date(2026, 10, 1)]
    assert (day.working, day.note) == (False, "国庆节")
    assert not option.is_edited()


def test_a_year_nobody_entered_is_shown_as_provisional(page):
    option = enter(page, CALENDAR)
    option.year.set_value(2027)
    assert option.year.text() == "2027 暂定"
    assert "暂定" in option.state.text


def test_the_years_notice_is_pasted_and_its_year_is_known_then(page):
    option = enter(page, CALENDAR)
    option.paste.click()
    paste(
        "关于2027年部分节假日安排的通知\n元旦：1月1日（周五）至3日放假，共3天。1月9日（周六）上班。"
    )
    over = sheet(page)
    assert over.year.value() == 2027
    assert "放假 3 天，调休上班 1 天" in over.sum.text
    assert "春节" in over.missing.text
    Typist().press(KEY.Key_F9)
    assert no_sheet(page)
    assert 2027 in list_years()
    assert (option.year.value(), option.year.text()) == (2027, "2027")
    assert not due(date(2026, 12, 31), 2).provisional


def test_a_notice_that_does_not_add_up_cannot_be_taken(page):
    enter(page, CALENDAR).paste.click()
    paste(OF_2027)  # last year's weekdays
    over = sheet(page)
    assert not over.save.isEnabled()
    assert "有问题" in over.sum.text
    assert over.understood.entries()[0].note.endswith("请核对年份。")
    Typist().press(KEY.Key_F9)
    assert 2027 not in list_years()


def test_a_year_is_read_from_a_file(page, monkeypatch, tmp_path):
    file = tmp_path / "2027.json"
    file.write_text(
        '{"year": 2027, "source": "通知", "off": [["2027-01-01", "2027-01-03", "元旦"]],'
        ' "work": [["2027-01-09", "元旦"]]}',
        "utf-8",
    )
    monkeypatch.setattr(ask, "which_files", lambda *_, **__: [file])
    option = enter(page, CALENDAR)
    option.file.click()
    assert len(list_days(2027)) == 4
    assert option.year.value() == 2027


def test_a_name_is_linked_in_all_its_cases_and_the_mark_goes(page, qtbot, said):
    made = makers.case(matter="身份证换领", helpers=())
    assert mark(page, TIDYING) == "1"
    option = enter(page, TIDYING)
    assert option.view.table.text(0, 2) == "居民身份证换领"  # proposed
    Typist().enter()
    assert sheet(page).pick.text() == "居民身份证换领"
    Typist().press(KEY.Key_F9)
    qtbot.waitUntil(lambda: no_sheet(page))
    assert draft_of(made.id).matter == "居民身份证换领"
    assert [line.by for line in list_history(made.id) if line.act is Act.EDIT] == ["王芳"]
    assert said == ["已整理“身份证换领”，改了 1 件办件。"]
    assert (mark(page, TIDYING), list_untidy()) == ("", [])
    assert option.stack.currentWidget() is option.empty


def test_a_name_is_added_to_its_list(page, qtbot):
    makers.case(matter="办残疾证", helpers=())
    enter(page, TIDYING)
    Typist().enter().press(KEY.Key_F9)
    assert sheet(page).row.is_wrong()  # nothing is chosen
    Typist().press(KEY.Key_F10)
    qtbot.waitUntil(lambda: no_sheet(page))
    assert "办残疾证" in [one.name for one in list_matters()]
    assert list_untidy() == []


def test_the_look_is_worn_at_once_and_remembered(page, desk):
    option = enter(page, "外观")
    application = QApplication.instance()
    Typist().press(KEY.Key_3)
    assert desk.remember[LOOK] == Look.DARK
    QApplication.processEvents()
    assert scheme_of(page) is DARK
    option.zoom.setFocus()
    Typist().press(KEY.Key_3)
    assert desk.remember[ZOOM] == "1.25"
    for look in (Look.LIGHT, Look.DARK, "purple"):  # the last where somebody was at the file
        prefer(application, look)
        QApplication.processEvents()
        assert scheme_of(page) is (DARK if look == Look.DARK else LIGHT)


def test_everything_can_be_looked_at(page):
    for name in ROWS:
        option = page.option(name)
        assert page.stack.currentWidget() is option
        assert page.note.text == option.note
    told = page.option("关于").findChildren(type(page.name))
    assert any("0.1.0" in one.text() for one in told)


def test_the_last_one_at_the_desk_cannot_be_retired(page, desk):
    for one in list_staff()[1:]:
        retire(one)
    enter(page, "人员")
    Typist().enter()
    sheet(page).shelve.click()
    assert "至少要留一位" in sheet(page).state.text
    assert len(list_staff()) == 1


def test_others_send_people_to_one_of_the_settings(qtbot, desk):
    shell = Shell(desk, desk.who, lambda _: (), STOPS, {}, lambda: "云溪镇便民服务中心")
    qtbot.addWidget(shell)
    shell.resize(1366, 768)
    shell.show()
    with qtbot.waitActive(shell):
        shell.activateWindow()
    desk.errands.option_wanted.emit(CALENDAR)
    page = shell.stack.currentWidget()
    assert page.title == SETTINGS
    assert page.option(CALENDAR).grid.hasFocus()
    qtbot.keyClick(shell.focusWidget(), KEY.Key_Escape)
    assert page.index.hasFocus()
