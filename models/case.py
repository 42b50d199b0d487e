"""Cases, what belongs to them, and their history, which is only ever added to."""

import peewee as pw

from models.base import ChoiceField, Record
from models.choices import (
    Act,
    Cause,
    Channel,
    Ending,
    Grade,
    Method,
    Nature,
    Status,
    UnitRole,
)
from models.directory import Matter, Staff, Unit
from models.party import Party


class Case(Record):
    number = pw.CharField(max_length=60, unique=True, verbose_name="受理编号")
    check_code = pw.CharField(max_length=12, verbose_name="查询码")
    received_at = pw.DateTimeField(verbose_name="受理时间")
    channel = ChoiceField(Channel, default=Channel.COUNTER, verbose_name="渠道")
    staff = pw.ForeignKeyField(Staff, on_delete="RESTRICT", backref="cases", verbose_name="受理人")
    applicant = pw.ForeignKeyField(
        Party, on_delete="RESTRICT", backref="cases", verbose_name="反映人"
    )
    # Apart from the applicant only where another is served: a husband asks for his wife.
    beneficiary = pw.ForeignKeyField(
        Party, null=True, on_delete="RESTRICT", backref="served", verbose_name="服务对象"
    )
    proxy = pw.ForeignKeyField(
        Party, null=True, on_delete="RESTRICT", backref="proxied", verbose_name="代办人"
    )
    relation = pw.CharField(max_length=40, default="", verbose_name="与服务对象关系")
    mandate = pw.CharField(max_length=120, default="", verbose_name="委托手续")
    matter = pw.ForeignKeyField(
        Matter, null=True, on_delete="RESTRICT", backref="cases", verbose_name="事项"
    )
    matter_text = pw.CharField(max_length=80, default="", verbose_name="事项（未列入）")
    problem = pw.TextField(default="", verbose_name="问题描述")
    demand = pw.TextField(default="", verbose_name="诉求")
    trips = pw.IntegerField(default=0, verbose_name="跑动次数")
    first_applied_on = pw.DateField(null=True, verbose_name="首次申请")
    answer_given = pw.TextField(default="", verbose_name="对方答复")
    nature = ChoiceField(Nature, null=True, verbose_name="性质")
    cause = ChoiceField(Cause, null=True, index=True, verbose_name="成因")
    grade = ChoiceField(Grade, default=Grade.GENERAL, verbose_name="难度")
    method = ChoiceField(Method, default=Method.TRANSFER, verbose_name="方式")
    # The three asks (三问): null where not asked, empty where there was nothing more.
    ask_business = pw.TextField(null=True, verbose_name="还要办理什么业务")
    ask_need = pw.TextField(null=True, verbose_name="还有什么需求")
    ask_trouble = pw.TextField(null=True, verbose_name="还有什么问题与困难")
    due_on = pw.DateField(verbose_name="答复期限")
    due_days = pw.IntegerField(verbose_name="时限（工作日）")
    due_steps = pw.TextField(default="", verbose_name="时限算法")  # one step a line
    due_provisional = pw.BooleanField(default=False, verbose_name="暂定")
    complete = pw.BooleanField(default=True, verbose_name="已补全")
    status = ChoiceField(Status, default=Status.REGISTERED, index=True, verbose_name="状态")
    ending = ChoiceField(Ending, null=True, verbose_name="结局")
    result = pw.TextField(default="", verbose_name="办理结果")
    concluded_at = pw.DateTimeField(null=True, verbose_name="办结时间")
    informed_at = pw.DateTimeField(null=True, verbose_name="反馈时间")
    archived_at = pw.DateTimeField(null=True, verbose_name="归档时间")

    class Meta:
        indexes = (
            (("status", "due_on"), False),
            # With what the monthly report asks of each, so that a year is counted without its rows.
            (("received_at", "concluded_at", "status"), False),
            (("concluded_at", "received_at", "due_on", "method", "ending"), False),
            (("due_on", "concluded_at", "status"), False),
        )
        constraints = (
            pw.Check("trips >= 0"),
            pw.Check("due_days >= 0"),
            pw.Check("matter_id IS NOT NULL OR matter_text <> ''"),
            pw.Check("(concluded_at IS NULL) = (ending IS NULL)"),
        )


class CaseUnit(Record):
    """A unit of a case: the one tried before, the one in the lead, those that help."""

    case = pw.ForeignKeyField(Case, on_delete="RESTRICT", backref="units", verbose_name="办件")
    role = ChoiceField(UnitRole, verbose_name="角色")
    unit = pw.ForeignKeyField(
        Unit, null=True, on_delete="RESTRICT", backref="cases", verbose_name="单位"
    )
    name = pw.CharField(max_length=60, verbose_name="单位名称")  # as it was called then
    place = pw.IntegerField(default=0, verbose_name="次序")

    class Meta:
        indexes = ((("case", "role", "name"), True),)


class Material(Record):
    """A paper that was handed in with a case."""

    case = pw.ForeignKeyField(Case, on_delete="RESTRICT", backref="materials", verbose_name="办件")
    place = pw.IntegerField(default=0, verbose_name="次序")
    name = pw.CharField(max_length=80, verbose_name="材料")
    copies = pw.CharField(max_length=30, default="复印件1份", verbose_name="份数")
    kept = pw.BooleanField(default=True, verbose_name="留存")


class CaseEvent(Record):
    """A line of the history: who did what, when, and for an edit what it was before."""

    case = pw.ForeignKeyField(Case, on_delete="RESTRICT", backref="events", verbose_name="办件")
    at = pw.DateTimeField(verbose_name="时间")
    by = pw.CharField(max_length=40, verbose_name="经手人")
    act = ChoiceField(Act, verbose_name="环节")
    note = pw.TextField(default="", verbose_name="内容")
    field = pw.CharField(max_length=40, default="", verbose_name="字段")
    before = pw.TextField(default="", verbose_name="原来")
    after = pw.TextField(default="", verbose_name="改为")
