"""What the desk itself keeps: receptions, drafts, counters, the work calendar."""

import peewee as pw

from models.base import ChoiceField, Record
from models.case import Case
from models.choices import Channel, ReceptionEnd
from models.directory import Staff


class Reception(Record):
    """Someone came, asked and was answered, with or without a case (接待)."""

    at = pw.DateTimeField(index=True, verbose_name="时间")
    staff = pw.ForeignKeyField(
        Staff, on_delete="RESTRICT", backref="receptions", verbose_name="接待人"
    )
    channel = ChoiceField(Channel, default=Channel.COUNTER, verbose_name="渠道")
    name = pw.CharField(max_length=60, default="", verbose_name="来人")
    phone = pw.CharField(max_length=30, default="", verbose_name="电话")
    asked = pw.TextField(verbose_name="问什么")
    answered = pw.TextField(default="", verbose_name="怎么答复")
    ending = ChoiceField(ReceptionEnd, default=ReceptionEnd.ANSWERED, verbose_name="结果")
    case = pw.ForeignKeyField(
        Case, null=True, unique=True, on_delete="RESTRICT", backref="reception", verbose_name="办件"
    )


class Draft(Record):
    """A form as far as it was filled in; kept at every keystroke, gone once it is saved."""

    form = pw.CharField(max_length=40, index=True, verbose_name="表单")
    title = pw.CharField(max_length=80, default="", verbose_name="标题")
    content = pw.TextField(verbose_name="内容")  # JSON, in the form's own words
    staff = pw.ForeignKeyField(
        Staff, null=True, on_delete="RESTRICT", backref="drafts", verbose_name="经手人"
    )
    begun_at = pw.DateTimeField(verbose_name="开始时间")
    kept_at = pw.DateTimeField(verbose_name="保存时间")


class Counter(Record):
    """The last number used in a series, so that no number is ever given twice."""

    series = pw.CharField(max_length=80, unique=True, verbose_name="序列")
    last = pw.IntegerField(default=0, verbose_name="末号")


class CalendarYear(Record):
    """A year whose holidays are known; any other year is reckoned provisionally."""

    year = pw.IntegerField(unique=True, verbose_name="年份")
    source = pw.CharField(max_length=120, default="", verbose_name="来源")


class CalendarDay(Record):
    """A day that is not what its weekday says: a holiday, or a swapped working day (调休)."""

    day = pw.DateField(unique=True, verbose_name="日期")
    working = pw.BooleanField(verbose_name="上班")
    note = pw.CharField(max_length=40, default="", verbose_name="名称")
