"""What the pictures show of asking for home visits: the form, what it refuses, what comes after."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.persons.identity import check_digit
from ui import case_of_the_report
from ui.kit.errands import SETTINGS, VISITS
from ui.kit.sheet import Sheet
from ui.settings.list_option import ListOption
from ui.settings.page import SettingsPage
from ui.stage import Stage
from ui.visits.filed_sheet import FiledSheet
from ui.visits.request_sheet import RequestSheet
from ui.visits.rounds_sheet import RoundsSheet

FAMILIES, GIVEN = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨",
    "桂芳 玉兰 建国 水根 秀英 福生 阿妹 金宝 荷香".split(),
)
VILLAGES = ("石门村", "柳林村", "红岩村", "大坪村", "桥头村")
WAYS = "\t石门村\t柳林村\t红岩村\n石门村\t\t15\t35\n柳林村\t\t\t20\n虹岩村\t25\t\t\n"
WIFE: Mapping[str, Any] = {
    "served.name": case_of_the_report.WIFE,
    "served.phone": case_of_the_report.PHONE,
    "served.id_number": case_of_the_report.HER_NUMBER,
    "served.village": "石门村",
    "served.needs": ["disabled", "sick"],
    "served.address": "石门村 5 组 21 号",
    "mobility": "卧床",
    "consent": True,
    "asker.name": case_of_the_report.PERSON,
    "asker.phone": case_of_the_report.PHONE,
    "relation": "丈夫",
    "directions": "村委会往西 200 米，过桥第二家",
    "suits": "上午家里有人",
    "half": "morning",
    "matter": case_of_the_report.MATTER,
    "checklist": ["identity", "portrait", "fingerprint", "signature"],
    "bring": ["印泥", "老花镜"],
    "care": "听力不好",
}


def sheet(stage: Stage) -> RequestSheet:
    found = list[RequestSheet](stage.holder.findChildren(RequestSheet))
    return next(one for one in found if one.isVisible())


def _empty(stage: Stage) -> None:
    for one in list[Sheet](stage.holder.findChildren(Sheet)):
        one.leave()
    stage.shell.go(VISITS)
    stage.shell.desk.errands.request_wanted.emit(None)
    stage.rest()


def _filled(**changes: Any) -> Callable[[Stage], None]:
    def show(stage: Stage) -> None:
        form = sheet(stage).form
        form.write({**WIFE, **changes})
        stage.rest()

    return show


def _infectious(stage: Stage) -> None:
    _filled(infectious=True)(stage)
    sheet(stage).form.person.infectious.setFocus()
    stage.rest()


def _refused(stage: Stage) -> None:
    """Nobody in need, no phone, and F9."""
    young = {
        "served.id_number": "",
        "served.needs": [],
        "served.phone": "1001234008",
        "mobility": "",
    }
    nobody = {"asker.name": "", "asker.phone": "", "relation": ""}
    _filled(infectious=False, consent=False, **young, **nobody)(stage)
    sheet(stage).save.click()
    stage.rest()


def _filed(stage: Stage) -> None:
    _filled()(stage)
    sheet(stage).save.click()
    stage.until(lambda: stage.holder.findChildren(FiledSheet), "登记好的需求")


def _plan(stage: Stage) -> None:
    next(iter(list[FiledSheet](stage.holder.findChildren(FiledSheet)))).plan.click()
    stage.rest()


def rounds(stage: Stage) -> RoundsSheet:
    found = list[RoundsSheet](stage.holder.findChildren(RoundsSheet))
    return next(one for one in found if one.isVisible())


def _round(stage: Stage) -> None:
    for one in list[Sheet](stage.holder.findChildren(Sheet)):
        one.leave()
    stage.shell.go(VISITS)
    stage.shell.desk.errands.round_wanted.emit()
    stage.rest()
    stage.press(Qt.Key.Key_Space)


def _round_list(stage: Stage) -> None:
    """62 people of a town, two of whom something is wrong with."""
    people = rounds(stage).people
    people.source.set_value("list")
    people.common.matter.set_value(None, "高龄津贴认证")
    people.common.phone.set_value("0570-6001234")
    people.common.consent.set_value(True)
    numbers = [f"330106194{n % 9}0{n % 8 + 1}{n % 19 + 10}{n:03}" for n in range(62)]
    lines = [
        f"{FAMILIES[n % len(FAMILIES)]}{GIVEN[n % len(GIVEN)]}\t{one}{check_digit(one)}"
        f"\t{VILLAGES[n % len(VILLAGES)]}\t{n % 7 + 1} 组"
        for n, one in enumerate(numbers)
    ]
    lines[3] = lines[3].replace(VILLAGES[3], "")
    lines[5] = lines[4]
    people.pasted.box.set_value("\n".join(["姓名\t身份证号\t村\t住址", *lines]))
    stage.rest()


def _round_laid(stage: Stage) -> None:
    sheet = rounds(stage)
    sheet.lay.click()
    stage.until(lambda: sheet.made, "排好的一轮")
    stage.press(Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)


def _round_booked(stage: Stage) -> None:
    rounds(stage).book.click()
    stage.rest()


def _option(name: str) -> Callable[[Stage], None]:
    def show(stage: Stage) -> None:
        for one in list[Sheet](stage.holder.findChildren(Sheet)):
            one.leave()
        stage.shell.visit(SETTINGS, name)
        stage.rest()

    return show


def _absence(stage: Stage) -> None:
    """Somebody is away tomorrow, and a visit was planned for them."""
    _option("上门人员")(stage)
    stage.press(Qt.Key.Key_F8)
    stage.write("今天")
    stage.press(Qt.Key.Key_F9)


def _pasted_ways(stage: Stage) -> None:
    _option("路程")(stage)
    page = stage.page
    assert isinstance(page, SettingsPage)
    option = page.option("路程")
    assert isinstance(option, ListOption)
    option.paste.click()
    stage.rest()
    QGuiApplication.clipboard().setText(WAYS)
    stage.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


SCENES: tuple[tuple[str, Callable[[Stage], None]], ...] = (
    ("14-request-empty", _empty),
    ("14-request-infectious", _infectious),
    ("14-request-refused", _refused),
    ("14-request", _filled(infectious=False)),
    ("14-request-filed", _filed),
    ("14-request-plan", _plan),
    ("15-visit-rules", _option("上门服务")),
    ("15-visit-helpers", _option("上门人员")),
    ("15-visit-absence", _absence),
    ("15-visit-kits", _option("上门设备")),
    ("15-visit-ways", _option("路程")),
    ("15-visit-ways-pasted", _pasted_ways),
    ("16-round", _round),
    ("16-round-list", _round_list),
    ("16-round-laid", _round_laid),
    ("16-round-booked", _round_booked),
)
