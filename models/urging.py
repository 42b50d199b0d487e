"""How a unit was pressed for its answer, and how a case was raised to those above it."""

import peewee as pw

from models.base import ChoiceField, Record
from models.case import Case
from models.choices import Urge
from models.share import CaseUnit


class Reminder(Record):
    """A reminder (催办) or a supervision order (督办) to one unit; each kind is numbered."""

    share = pw.ForeignKeyField(
        CaseUnit, on_delete="RESTRICT", backref="reminders", verbose_name="承办单位"
    )
    kind = ChoiceField(Urge, verbose_name="方式")
    times = pw.IntegerField(verbose_name="第几次")
    at = pw.DateTimeField(index=True, verbose_name="时间")
    by = pw.CharField(max_length=40, verbose_name="经手人")
    whom = pw.CharField(max_length=120, default="", verbose_name="找谁")
    how = pw.CharField(max_length=120, default="", verbose_name="怎么催的")
    answer = pw.TextField(default="", verbose_name="对方怎么说")
    answer_by = pw.DateField(verbose_name="要求答复日期")
    grounds = pw.TextField(default="", verbose_name="督办理由")  # one a line
    facts = pw.TextField(default="", verbose_name="查明情况")
    demands = pw.TextField(default="", verbose_name="办理要求")  # one a line
    approved_by = pw.CharField(max_length=120, default="", verbose_name="签发人")

    class Meta:
        indexes = ((("share", "kind", "times"), True),)
        constraints = (
            pw.Check("times >= 1"),
            pw.Check("kind = 'remind' OR grounds <> ''"),
        )


class Escalation(Record):
    """A case raised (提级), by hand or because units kept returning it."""

    case = pw.ForeignKeyField(
        Case, on_delete="RESTRICT", backref="escalations", verbose_name="办件"
    )
    times = pw.IntegerField(verbose_name="第几次")
    at = pw.DateTimeField(verbose_name="时间")
    by = pw.CharField(max_length=40, verbose_name="经手人")
    raised_to = pw.CharField(max_length=120, verbose_name="提级到")
    grounds = pw.TextField(verbose_name="提级事由")
    returns = pw.IntegerField(default=0, verbose_name="退单次数")
    opinion = pw.TextField(default="", verbose_name="窗口意见")
    questions = pw.TextField(default="", verbose_name="请求明确的事项")  # one a line
    answer_by = pw.DateField(null=True, verbose_name="要求答复日期")

    class Meta:
        indexes = ((("case", "times"), True),)
        constraints = (
            pw.Check("times >= 1 AND returns >= 0"),
            pw.Check("raised_to <> '' AND grounds <> ''"),
        )
