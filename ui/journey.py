"""A working day's core done by the program itself: `python -m ui.journey --out out`.

A demonstration store is opened, the case of the report is registered by typing into the real
form, its receipt printed, the case found again, last month's workbook made; pictures are left of
every page. Each step is checked, and the first that is not as it should be ends it.
"""

import os
import sys
import tempfile
import zipfile
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ui import case_of_the_report as typed
from ui.screen import trouble_with_screen

PAGES = ("desk-later", "intake-next", "cases", "visits", "report-later", "settings")
RECEIPT, WORKBOOK = "receipt.pdf", "month.xlsx"
SHEETS = ("封面", "汇总", "明细台账", "上月结转", "成因×单位", "说明")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = ArgumentParser(prog="journey", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("out"))
    out = parser.parse_args(arguments).out.absolute()
    if trouble_with_screen():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    out.mkdir(parents=True, exist_ok=True)
    from ui.stage import Unexpected

    with tempfile.TemporaryDirectory(prefix="bandecheng-", ignore_cleanup_errors=True) as folder:
        journey = Journey(out, Path(folder) / "data")
        try:
            journey.go()
        except Unexpected as error:
            _tell(f"✗ {error}")
            return 1
        finally:
            journey.stage.end()
    _tell(f"✓ 全程完成，图片、回执和报表在 {out}")
    return 0


class Journey:
    def __init__(self, out: Path, folder: Path) -> None:
        from ui.stage import Stage

        self.out, self.folder = out, folder
        self.stage = Stage(folder)
        self._pictures = 0
        self.case_id, self.number = 0, ""

    def go(self) -> None:
        for step in (
            self.open_demonstration,
            self.choose_clerk,
            self.register,
            self.save_receipt,
            self.find_again,
            self.make_workbook,
            self.look_around,
            self.check_store,
        ):
            _tell(f"✓ {step()}")

    def open_demonstration(self) -> str:
        from app.cases.case_list import count
        from app.cases.filters import CaseFilter
        from app.demo import TO_LOOK_AROUND
        from ui.stage import NOW
        from ui.welcome.first_start import FirstStart
        from ui.welcome.who_is_here import WhoIsHere

        first = self.stage.content
        _ensure(isinstance(first, FirstStart), "空的数据文件夹没有打开首次设置")
        assert isinstance(first, FirstStart)
        self.picture("welcome")
        first.demo.click()
        self.stage.until(lambda: isinstance(self.stage.content, WhoIsHere), "演示数据")
        cases = count(CaseFilter(), NOW.date())
        _ensure(cases == TO_LOOK_AROUND, f"演示数据应有 {TO_LOOK_AROUND} 件，实有 {cases} 件")
        return f"演示数据：{cases} 件"

    def choose_clerk(self) -> str:
        from PySide6.QtCore import Qt

        self.picture("who")
        self.stage.press(Qt.Key.Key_1)
        name = self.stage.shell.at_desk().name
        self.picture("desk")
        return f"在岗：{name}"

    def register(self) -> str:
        from PySide6.QtCore import Qt

        from app.cases.registry import draft_of
        from app.drafts import list_drafts

        stage, key = self.stage, Qt.Key
        drafts = len(list_drafts())
        stage.press(key.Key_F2)
        self.picture("intake-empty")
        typed.fill_in(stage, typed.WORDS)
        self.picture("intake")
        stage.press(key.Key_F9)
        self.case_id, self.number = self._newest()
        made = draft_of(self.case_id)
        _ensure(made.applicant.name == typed.PERSON, f"登记的人是“{made.applicant.name}”")
        _ensure(made.applicant.id_number == typed.HIS_NUMBER, "登记的证件号不对")
        served = made.beneficiary
        _ensure(served is not None and served.name == typed.WIFE, "没有记下替妻子办")
        _ensure(made.matter == typed.MATTER, f"登记的事项是“{made.matter}”")
        _ensure(
            (made.problem, made.demand) == (typed.PROBLEM, typed.DEMAND), "问题、诉求和录入的不一样"
        )
        _ensure(made.lead == "派出所" and made.trips == 3, "牵头单位或跑动次数不对")
        _ensure(len(list_drafts()) == drafts, "登记以后草稿还在")
        return f"登记受理：{self.number}"

    def save_receipt(self) -> str:
        from PySide6.QtCore import Qt

        from app.papers.issues import list_issues
        from ui.papers.preview import PaperPreview

        sheet = self.stage.shell.findChild(PaperPreview)
        _ensure(sheet is not None, "保存以后没有打开回执预览")
        assert isinstance(sheet, PaperPreview)
        self.stage.until(lambda: sheet.drawn, "回执预览")
        self.picture("receipt-preview")
        path = self.out / RECEIPT
        path.unlink(missing_ok=True)
        self.stage.save_as(path, sheet.choices.save.click)
        told = _words_of_pdf(path)
        for wanted in (self.number, typed.PERSON):
            _ensure(wanted in told, f"回执上没有“{wanted}”")
        for private in (typed.HIS_NUMBER, typed.HER_NUMBER):
            _ensure(private not in told, "回执上有没遮盖的证件号")
        _ensure(len(list_issues(self.case_id)) == 1, "出具回执没有留下记录")
        self.stage.press(Qt.Key.Key_Escape)
        return f"受理回执：{path.name}，{path.stat().st_size // 1024} KB"

    def find_again(self) -> str:
        from PySide6.QtCore import Qt

        from ui.cases.page import CasesPage

        stage = self.stage
        stage.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        stage.write(typed.INITIALS)
        box = stage.shell.top.one_box
        stage.until(lambda: box.list is not None and box.list.isVisible(), "查找结果")
        assert box.list is not None
        offers = [one.what for one in box.list.offers.offers]
        _ensure(self.case_id in offers, f"首字母 {typed.INITIALS} 找不到 {self.number}")
        for _ in range(offers.index(self.case_id)):
            stage.press(Qt.Key.Key_Down)
        self.picture("found")
        stage.press(Qt.Key.Key_Return)
        page = stage.page
        _ensure(isinstance(page, CasesPage), "选中以后没有打开办件")
        assert isinstance(page, CasesPage)
        _ensure(page.case.case_id == self.case_id, "打开的不是选中的办件")
        self.picture("case")
        return f"首字母 {typed.INITIALS} 找到 {self.number}"

    def make_workbook(self) -> str:
        from PySide6.QtCore import Qt

        from app.month import list_exports
        from ui.kit.errands import REPORTS
        from ui.reports.page import ReportsPage

        stage = self.stage
        page = stage.shell.go(REPORTS)
        assert isinstance(page, ReportsPage)
        stage.until(lambda: page.seen, "月报预览")
        stage.rest()
        self.picture("report")
        path = self.out / WORKBOOK
        path.unlink(missing_ok=True)
        before = len(list_exports())  # the demonstration has sent one up
        stage.save_as(path, lambda: stage.press(Qt.Key.Key_F9))
        told = _words_of_workbook(path)
        lacking = [name for name in SHEETS if name not in told]
        _ensure(not lacking, f"工作簿里没有{'、'.join(lacking)}")
        _ensure(
            typed.PHONE not in told and typed.HIS_NUMBER not in told,
            "工作簿里有没遮盖的电话或证件号",
        )
        exports = list_exports()
        _ensure(len(exports) == before + 1 and not exports[0].full, "导出没有留下记录")
        return f"月报：{path.name}，{exports[0].month:%Y-%m} 共 {exports[0].cases} 件"

    def look_around(self) -> str:
        for place, name in enumerate(PAGES):
            self.stage.shell.rail.go(place)
            self.stage.rest()
            self.picture(name)
        return f"图片：{self._pictures} 张"

    def check_store(self) -> str:
        from app.store.backups import list_backups
        from app.store.check import check

        report = check()
        _ensure(report.ok, "".join(report.problems))
        _ensure(bool(list_backups()), "开机没有备份")
        _ensure(not (self.folder / "bandecheng.log").exists(), "日志里有没料到的错误")
        return f"数据完好：{report.cases} 件，已备份"

    def picture(self, name: str) -> None:
        self.stage.rest()
        self.stage.hush()
        self._pictures += 1
        path = self.out / f"{self._pictures:02}-{name}.png"
        image = self.stage.holder.grab().toImage()
        _ensure(_has_content(image), f"图片 {path.name} 是空白的")
        _ensure(image.save(str(path)), f"图片 {path.name} 没有写成")

    def _newest(self) -> tuple[int, str]:
        from app.cases.case_list import case_ids, case_rows
        from app.cases.filters import CaseFilter
        from app.demo import TO_LOOK_AROUND
        from ui.stage import NOW

        ids = case_ids(CaseFilter(), NOW.date())
        due = TO_LOOK_AROUND + 1
        _ensure(len(ids) == due, f"登记以后应有 {due} 件，实有 {len(ids)} 件")
        newest = max(ids)
        return newest, case_rows([newest])[0].number


def _words_of_pdf(path: Path) -> str:
    from pypdfium2 import PdfDocument

    with PdfDocument(path) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)


def _words_of_workbook(path: Path) -> str:
    """All its parts, as they are written."""
    with zipfile.ZipFile(path) as book:
        _ensure(book.testzip() is None, f"{path.name} 打不开")
        return "".join(book.read(name).decode("utf-8", "replace") for name in book.namelist())


def _has_content(image: Any) -> bool:
    """More than one colour on a coarse grid."""
    across, down = range(0, image.width(), 40), range(0, image.height(), 40)
    return len({image.pixel(x, y) for x in across for y in down}) > 3


def _ensure(fine: object, sentence: str) -> None:
    from ui.stage import Unexpected

    if not fine:
        raise Unexpected(sentence)


def _tell(line: str) -> None:
    if sys.stdout is not None:  # a windowed program of Windows has none
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
