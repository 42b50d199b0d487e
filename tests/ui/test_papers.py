"""A paper is looked at as it will be printed, printed, saved, printed again, declared void."""

from datetime import timedelta

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.exceptions import capture_exceptions

from app.cases.detail import get_case
from app.cases.registry import edit_case
from app.errors import AppError, CannotWrite
from app.moves import move_case
from app.papers.issues import issue, list_issues, void
from app.papers.kinds import makeable
from models.choices import Act, PaperKind
from tests.exports.reading import page_count, words_of
from tests.makers import NOW, case, centre, draft, husband, somebody
from tests.ui.counter import keyboard, on_the_desk
from tests.ui.kit.keyboard import press
from ui.kit import ask, printers
from ui.kit.errands import WantedPaper
from ui.kit.page import Page
from ui.papers.preview import PaperPreview, open_preview

KEY = Qt.Key
RECEIPT, REGISTER = PaperKind.RECEIPT, PaperKind.REGISTER


@pytest.fixture
def window(qtbot, desk):
    centre(phone="0570-0001234")
    host = on_the_desk(qtbot, Page(desk), 1366, 768)
    yield host
    host.hide()


@pytest.fixture
def opened(window):
    return case(received_at=NOW.replace(hour=8, minute=0))


@pytest.fixture
def printed(tmp_path, monkeypatch):
    """A printer whose paper is a file."""
    out = tmp_path / "printed.pdf"

    def to_file(name):
        device = QPrinter(QPrinter.PrinterMode.HighResolution)
        device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        device.setOutputFileName(str(out))
        return device

    monkeypatch.setattr(printers, "names", lambda: ["窗口 HP", "二楼"])
    monkeypatch.setattr(printers, "usual", lambda: "二楼")
    monkeypatch.setattr(printers, "state", lambda name: "就绪" if name == "窗口 HP" else "")
    monkeypatch.setattr(printers, "printer", to_file)
    return out


@pytest.fixture
def saved(tmp_path, monkeypatch):
    """Where the person wants the file."""
    out = tmp_path / "回执.pdf"
    monkeypatch.setattr(ask, "where_to_save", lambda *_: out)
    return out


@pytest.fixture
def preview(qtbot, window, desk):
    """Open one and wait until it is drawn."""

    def show(*wanted, drawn=True):
        open_preview(window, desk, WantedPaper(*wanted))
        sheet = window.findChildren(PaperPreview)[-1]
        if drawn:
            wait(sheet)
        return sheet

    def wait(sheet):
        qtbot.waitUntil(lambda: sheet.drawn is not None)

    show.wait = wait
    return show


def words(sheet):
    """What stands on the paper that is shown."""
    with pypdfium2.PdfDocument(sheet.drawn.pdf) as pdf:
        text = "".join(page.get_textpage().get_text_bounded() for page in pdf)
    return "".join(text.split())


def acts(sheet):
    side = sheet.choices
    buttons = (side.print, side.save, side.again, side.void, side.leave)
    return [button.words() for button in buttons if button.isVisible()]


def given(case_id):
    return [(one.number, one.times) for one in list_issues(case_id)]


def test_the_first_one_is_shown_as_it_will_be_printed_and_nothing_is_recorded(preview, opened):
    sheet = preview(opened.id)
    assert sheet.title.text() == "打印受理回执"
    assert "盛建军" in words(sheet)
    assert opened.number in words(sheet)
    assert "补打" not in words(sheet)
    assert len(sheet.paper.leaves) == 1
    assert sheet.choices.told.text == f"已登记 {opened.number}"
    press(KEY.Key_Escape)
    assert given(opened.id) == []


def test_f9_prints_and_puts_it_on_record_once(preview, opened, printed, desk):
    said = []
    desk.errands.said.connect(said.append)
    sheet = preview(opened.id)
    assert keyboard() is sheet.choices.print
    press(KEY.Key_F9)
    assert not sheet.isVisible()
    assert given(opened.id) == [("HZ20261122-001", 0)]
    assert get_case(opened.id).history[0].act is Act.ISSUE
    assert page_count(printed) == 1
    assert said == [f"受理回执已送打印机：{opened.number}"]


def test_f9_pressed_before_the_paper_is_drawn_prints_it_then(preview, opened, printed, qtbot):
    sheet = preview(opened.id, drawn=False)
    with qtbot.waitSignal(sheet.left):
        press(KEY.Key_F9)
    assert given(opened.id) == [("HZ20261122-001", 0)]
    assert printed.exists()


def test_a_second_printing_is_a_reprint_and_says_so_on_the_paper(preview, opened, printed):
    preview(opened.id)
    press(KEY.Key_F9)
    sheet = preview(opened.id)
    assert sheet.title.text() == "补打受理回执"
    assert "补打第1次" in words(sheet)
    assert sheet.choices.told.text == "第 1 次补打，纸上会标明"
    press(KEY.Key_F9)
    assert given(opened.id) == [("HZ20261122-001", 1), ("HZ20261122-001", 0)]


def test_saving_is_issuing_and_then_printing_it_is_the_same_paper(preview, opened, printed, saved):
    sheet = preview(opened.id)
    sheet.choices.save.click()
    assert "补打" not in words_of(saved)
    assert "盛建军" in words_of(saved)
    assert sheet.choices.told.text == "已存为 回执.pdf"
    press(KEY.Key_F9)
    assert given(opened.id) == [("HZ20261122-001", 0)]


def test_a_file_that_cannot_be_written_puts_nothing_on_record(
    preview, opened, tmp_path, monkeypatch
):
    monkeypatch.setattr(ask, "where_to_save", lambda *_: tmp_path / "没有这个文件夹" / "回执.pdf")
    sheet = preview(opened.id)
    with capture_exceptions() as raised:
        sheet.choices.save.click()
    assert [kind for kind, *_ in raised] == [CannotWrite]
    assert given(opened.id) == []


@pytest.mark.qt_log_ignore("QPrinter::begin", "QPainter::begin")
def test_a_printer_that_does_not_answer_puts_nothing_on_record(
    preview, opened, printed, tmp_path, monkeypatch
):
    device = QPrinter(QPrinter.PrinterMode.HighResolution)
    device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    device.setOutputFileName(str(tmp_path / "没有这个文件夹" / "printed.pdf"))
    monkeypatch.setattr(printers, "printer", lambda name: device)
    sheet = preview(opened.id)
    with capture_exceptions() as raised:
        press(KEY.Key_F9)
    assert isinstance(raised[0][1], AppError)
    assert "没有接受任务" in str(raised[0][1])
    assert sheet.isVisible()
    assert given(opened.id) == []


def test_without_a_printer_one_saves(preview, opened, saved):
    sheet = preview(opened.id)
    assert not sheet.choices.print.isEnabled()
    assert sheet.choices.printer_row.hint.text == "没有找到打印机，可以另存 PDF"
    assert keyboard() is sheet.choices.save
    press(KEY.Key_Return)
    assert saved.exists()


def test_printer_and_layout_of_last_time_are_offered_first(preview, opened, printed, desk, qtbot):
    sheet = preview(opened.id)
    assert sheet.choices.printer.value() == "二楼"  # the system's own
    assert sheet.choices.printer_row.hint.text == "没有就绪，请看看打印机"
    sheet.choices.printer.set_value("窗口 HP")
    assert sheet.choices.printer_row.hint.text == "就绪"
    sheet.choices.layouts.setFocus()
    press(KEY.Key_3)
    preview.wait(sheet)
    assert "全程" not in sheet.choices.advice.text()
    press(KEY.Key_F9)
    again = preview(opened.id)
    assert again.choices.layouts.value().name == "大字版"
    assert again.choices.printer.value() == "窗口 HP"
    assert again.paper.leaves[0].size.height() == pytest.approx(842, abs=1)


@pytest.mark.parametrize(
    ("key", "size", "stub"),
    [(KEY.Key_1, (595, 842), True), (KEY.Key_2, (595, 420), False), (KEY.Key_3, (595, 842), False)],
)
def test_every_layout_is_shown_in_its_size(preview, opened, key, size, stub):
    sheet = preview(opened.id)
    sheet.choices.layouts.setFocus()
    press(key)
    preview.wait(sheet)
    shown = sheet.paper.leaves[0].size
    assert (shown.width(), shown.height()) == pytest.approx(size, abs=1)
    assert ("存根联" in words(sheet)) is stub


def test_an_issued_paper_is_looked_at_and_reprinted_from_there(preview, opened, printed):
    one = issue(opened.id, RECEIPT, somebody(), NOW)
    sheet = preview(opened.id, RECEIPT, one.id)
    assert sheet.title.text() == "受理回执 HZ20261122-001"
    assert acts(sheet) == ["补打", "作废", "关闭"]
    assert keyboard() is sheet.choices.leave  # so that Esc is the sheet's, too
    assert "补打" not in words(sheet)
    press(KEY.Key_F9)
    preview.wait(sheet)
    assert acts(sheet) == ["打印", "另存 PDF", "关闭"]
    assert "补打第1次" in words(sheet)
    assert keyboard() is sheet.choices.print
    press(KEY.Key_F9)
    assert len(given(opened.id)) == 2


def test_voiding_names_the_paper_and_asks_why(preview, opened, monkeypatch):
    one = issue(opened.id, RECEIPT, somebody(), NOW.replace(hour=8, minute=5))
    asked = []

    def why(parent, act, prompt, consequence, *, harm):
        asked.append((act, harm))
        return "期限写错了"

    monkeypatch.setattr(ask, "why", why)
    sheet = preview(opened.id, RECEIPT, one.id)
    sheet.choices.void.click()
    preview.wait(sheet)
    assert asked == [("作废回执 HZ20261122-001", True)]
    assert sheet.choices.told.text == "已作废，不能再用"
    assert sheet.choices.advice.text().startswith("原因：期限写错了（王芳")
    assert "作废" in words(sheet)
    assert acts(sheet) == ["重新出具", "关闭"]
    assert get_case(opened.id).history[0].act is Act.VOID


def test_thinking_better_of_it_leaves_the_paper_as_it_is(preview, opened, monkeypatch):
    one = issue(opened.id, RECEIPT, somebody(), NOW)
    monkeypatch.setattr(ask, "why", lambda *_, **__: None)
    sheet = preview(opened.id, RECEIPT, one.id)
    sheet.choices.void.click()
    assert list_issues(opened.id)[0].voided_at is None
    assert acts(sheet) == ["补打", "作废", "关闭"]


def test_after_a_void_one_a_new_number_is_given(preview, opened, printed):
    one = issue(opened.id, RECEIPT, somebody(), NOW)
    void(one.id, "打错了", somebody(), NOW)
    sheet = preview(opened.id, RECEIPT, one.id)
    sheet.choices.again.click()
    preview.wait(sheet)
    assert "补打" not in words(sheet)
    press(KEY.Key_F9)
    assert given(opened.id) == [("HZ20261122-002", 0), ("HZ20261122-001", 0)]


def test_the_register_is_a_paper_of_its_own(preview, opened, saved):
    sheet = preview(opened.id, REGISTER)
    assert sheet.title.text() == "打印登记表"
    assert not sheet.choices.layout_row.isVisible()
    assert "反映事项登记表" in words(sheet)
    sheet.choices.save.click()
    assert given(opened.id) == [("DJ20261122-001", 0)]
    sheet.leave()
    again = preview(opened.id, REGISTER)
    assert "补打第1次" in words(again)
    again.leave()
    looked_at = preview(opened.id, REGISTER, list_issues(opened.id)[0].id)
    assert "补打" not in words(looked_at)


def test_a_name_no_font_has_is_warned_of(preview, window):
    strange = case(
        applicant=husband(name="盛\U000e0041\U0010ffff军"), received_at=NOW.replace(hour=8)
    )
    sheet = preview(strange.id)
    assert sheet.choices.missing.isVisible()
    assert sheet.choices.missing.text.startswith("有 1 个字本机没有字形")
    assert "〓" in words(sheet)


def test_an_ordinary_name_is_not_warned_of(preview, opened):
    assert not preview(opened.id).choices.missing.isVisible()


def test_what_changed_meanwhile_is_shown_before_it_is_printed(preview, opened, printed):
    sheet = preview(opened.id)
    came = NOW.replace(hour=8, minute=0)
    edit_case(opened.id, draft(received_at=came, matter="社保卡补办"), somebody(), NOW)
    press(KEY.Key_F9)
    assert given(opened.id) == []
    assert sheet.choices.told.text == "内容刚有变动，请再看一眼"
    preview.wait(sheet)
    assert "社保卡补办" in words(sheet)
    press(KEY.Key_F9)
    assert len(given(opened.id)) == 1


def test_leaving_before_it_is_drawn_leaves_nothing(preview, opened, desk, qtbot):
    sheet = preview(opened.id, drawn=False)
    with qtbot.waitSignal(desk.tasks.rested):
        sheet.leave()
    assert given(opened.id) == []


def test_the_page_can_be_looked_at_from_near(preview, opened):
    sheet = preview(opened.id)
    before = sheet.paper.places()[0].width()
    sheet.near.click()
    assert sheet.paper.places()[0].width() > before
    assert sheet.near.words() == "看整页"
    sheet.near.click()
    assert sheet.paper.places()[0].width() == before


def test_when_one_is_left_the_next_of_several_is_shown(preview, opened, window):
    sheet = preview(opened.id, RECEIPT, None, 0, (WantedPaper(opened.id, REGISTER),))
    press(KEY.Key_Escape)
    (following,) = [one for one in window.findChildren(PaperPreview) if one is not sheet]
    preview.wait(following)
    assert following.title.text() == "打印登记表"
    press(KEY.Key_Escape)
    assert not following.isVisible()


@pytest.fixture
def assigned(opened):
    """A case whose unit has its share: the order to it can be printed."""
    given = {"lead": "派出所", "note": "请上门办。"}
    move_case(opened.id, Act.ASSIGN, given, somebody(), NOW)
    return opened


def order_of(case_id):
    return next(one for one in makeable(case_id) if one.kind is PaperKind.ORDER)


def test_a_paper_with_a_number_of_its_own_bears_it_before_it_is_printed(
    preview, assigned, printed, desk
):
    wanted = (assigned.id, PaperKind.ORDER, None, order_of(assigned.id).about)
    sheet = preview(*wanted)
    number = f"JB{desk.today():%Y%m%d}-001"
    assert sheet.choices.told.text == f"打印后编号 {number}"
    assert number in words(sheet)
    later = desk.now() + timedelta(minutes=40)
    object.__setattr__(desk, "now", lambda: later)  # time goes on, what the desk is does not
    press(KEY.Key_F9)  # it took a while to read it: nothing has changed
    assert given(assigned.id) == [(number, 0)]
    issue(assigned.id, PaperKind.ORDER, somebody(), later, about=99)
    again = preview(*wanted)
    assert "补打第1次" in words(again)
    assert number in words(again)


def test_a_number_that_another_paper_took_is_shown_anew(preview, assigned, printed, desk):
    sheet = preview(assigned.id, PaperKind.ORDER, None, order_of(assigned.id).about)
    issue(assigned.id, PaperKind.ORDER, somebody(), desk.now(), about=99)
    press(KEY.Key_F9)
    assert sheet.choices.told.text == "内容刚有变动，请再看一眼"
    preview.wait(sheet)
    assert f"JB{desk.today():%Y%m%d}-002" in words(sheet)
