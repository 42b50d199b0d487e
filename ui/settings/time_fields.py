"""The fields of the time rules, by what they are about, and what each of them says of itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.deadlines.calendar import due
from ui.kit.card import Card
from ui.kit.days import say_near_day, say_weekday
from ui.kit.editors import Number
from ui.kit.field import Field
from ui.kit.rows import LineRow
from ui.kit.style import GAP
from ui.kit.text import quiet

LABEL, SHORT = 120, 128
BY_GRADE, BY_CASE = "按难度", "随办件"


@dataclass(frozen=True)
class Rule:
    """A rule as one fills it in; `example` has the day that follows from it today in it."""

    name: str
    example: str
    unit: str = "个工作日"
    lacking: str = ""  # what it says where there is no such rule


@dataclass(frozen=True)
class Group:
    title: str
    note: str
    rules: tuple[Rule, ...]


GROUPS = (
    Group(
        "答复期限",
        "从收件第二天起算，按难度",
        (
            Rule("instant", "今天收的，{day}办完"),
            Rule("general", "今天收的，{day}前答复"),
            Rule("complex", "今天收的，{day}前答复"),
            Rule("special", "今天收的，{day}前答复"),
        ),
    ),
    Group(
        "按性质另定",
        "填了的先于难度，例如不能办的早些说清",
        (
            Rule("cannot", "今天收的，{day}前答复", lacking=BY_GRADE),
            Rule("hard", "今天收的，{day}前答复", lacking=BY_GRADE),
            Rule("unwilling", "今天收的，{day}前答复", lacking=BY_GRADE),
        ),
    ),
    Group(
        "各个环节",
        "",
        (
            Rule("sign", "今天交办的，{day}前签收"),
            Rule("contact", "今天签收的，{day}前联系群众"),
            Rule("inform", "今天办结的，{day}前反馈"),
            Rule("follow_up", "今天反馈的，{day}前回访"),
            Rule("rework", "今天收到差评的，{day}前整改"),
            Rule("reopen", "今天办结的，{day}前可以重新办理"),
        ),
    ),
    Group(
        "延期和退单",
        "",
        (
            Rule("extension", "今天到期的，最多延到{day}"),
            Rule("extensions", "每件最多批准 {number} 次", unit="次"),
            Rule("cut_off", "到期当天 {number} 点起不能再申请", unit="点"),
            Rule("returns", "第 {number} 次退单时提级办理", unit="次"),
        ),
    ),
)
UNIT = Rule("", "今天交办的，{day}前答复", lacking=BY_CASE)
RULES = tuple(rule for group in GROUPS for rule in group.rules)


class RuleRow(LineRow):
    """A rule with what follows from it today."""

    def __init__(self, rule: Rule, label: str, bounds: tuple[int, int]) -> None:
        least, most = bounds
        self.rule = rule
        self.number = Number(least=least, most=most, unit=rule.unit, lacking=rule.lacking)
        super().__init__(label, Field(self.number), width=LABEL, short=SHORT)

    def fill(self, number: int | None) -> None:
        self.number.set_value(self.number.minimum() if number is None else number)

    def said(self) -> int | None:
        """None where the rule is left out."""
        number = self.number.value()
        return None if self.rule.lacking and number == self.number.minimum() else number

    def tell(self, today: date) -> None:
        number = self.said()
        self.say("" if number is None else _example(self.rule, number, today))


class RuleCard(Card):
    def __init__(self, title: str, note: str) -> None:
        super().__init__(title)
        self.head.insertWidget(1, quiet(note))
        self.body.setContentsMargins(0, GAP, 0, 0)

    def show_rows(self, rows: Iterable[RuleRow]) -> None:
        """Hold these instead."""
        while item := self.body.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for row in rows:
            self.body.addWidget(row)


def _example(rule: Rule, number: int, today: date) -> str:
    """With the day in it that follows, or the number."""
    if "{day}" not in rule.example:
        return rule.example.format(number=number)
    reckoned = due(today, number)
    if reckoned.day == today:
        return rule.example.replace("{day}前", "当天").format(day="当天")
    day = f"{say_near_day(reckoned.day, today)}{say_weekday(reckoned.day)}"
    return rule.example.format(day=day) + ("（暂定）" if reckoned.provisional else "")
