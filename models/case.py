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
)
from models.directory import Matter, Staff
from models.party import Party
from models.time_rules import TimeRules


class Case(Record):
    number = pw.CharField(max_length=60, unique=True, verbose_name="受理编号")
    check_code = pw.CharField(max_length=12, verbose_name="查询码")
    received_at = pw.DateTimeField(verbose_name="受理时间")
    channel = ChoiceField(Channel, default=Channel.COUNTER, verbose_name="渠道")
    staff = pw.ForeignKeyField(Staff, on_delete="RESTRICT", backref="cases", verbose_name="受理人")
    # Who answers for it now; whoever received it stays `staff`.
    handler = pw.ForeignKeyField(
        Staff, on_delete="RESTRICT", backref="handled", verbose_name="经办人"
    )
    # The case whose citizen, asked what else is hard (还有什么困难), named this one.
    origin = pw.ForeignKeyField(
        "self", null=True, on_delete="RESTRICT", backref="led_to", verbose_name="由哪件引出"
    )
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
    # The same again when it is concluded.
    end_business = pw.TextField(null=True, verbose_name="办结时：还要办理什么业务")
    end_need = pw.TextField(null=True, verbose_name="办结时：还有什么需求")
    end_trouble = pw.TextField(null=True, verbose_name="办结时：还有什么问题与困难")
    # Due: that many working days after `clock_from`, and those that pauses and extensions gave.
    rules = pw.ForeignKeyField(
        TimeRules, on_delete="RESTRICT", backref="cases", verbose_name="时限规则版本"
    )
    clock_from = pw.DateField(verbose_name="起算日")
    due_on = pw.DateField(verbose_name="答复期限")
    due_days = pw.IntegerField(verbose_name="时限（工作日）")
    added_days = pw.IntegerField(default=0, verbose_name="延长（工作日）")
    due_steps = pw.TextField(default="", verbose_name="时限算法")  # one step a line
    due_provisional = pw.BooleanField(default=False, verbose_name="暂定")
    complete = pw.BooleanField(default=True, verbose_name="已补全")
    status = ChoiceField(Status, default=Status.REGISTERED, index=True, verbose_name="状态")
    ending = ChoiceField(Ending, null=True, verbose_name="结局")
    result = pw.TextField(default="", verbose_name="办理结果")
    first_unit = pw.CharField(max_length=60, default="", verbose_name="首接单位")
    sorted_at = pw.DateTimeField(null=True, verbose_name="研判时间")
    paused_at = pw.DateTimeField(null=True, verbose_name="暂停时间")
    escalated_at = pw.DateTimeField(null=True, verbose_name="提级时间")
    round = pw.IntegerField(default=1, verbose_name="第几轮")  # one more with each reopening
    trips_after = pw.IntegerField(null=True, verbose_name="受理后跑动次数")
    concluded_at = pw.DateTimeField(null=True, verbose_name="办结时间")
    inform_by = pw.DateField(null=True, verbose_name="反馈期限")
    informed_at = pw.DateTimeField(null=True, verbose_name="反馈时间")
    follow_up_by = pw.DateField(null=True, verbose_name="回访期限")
    followed_up_at = pw.DateTimeField(null=True, verbose_name="回访时间")
    archived_at = pw.DateTimeField(null=True, verbose_name="归档时间")
    dropped_at = pw.DateTimeField(null=True, verbose_name="不予受理或撤回时间")

    class Meta:
        indexes = (
            (("status", "due_on"), False),
            # With what the monthly report asks of each, so that a year is counted without its rows.
            (("received_at", "concluded_at", "status"), False),
            (("due_on", "concluded_at", "status"), False),
        )
        constraints = (
            pw.Check("trips >= 0"),
            pw.Check("due_days >= 0 AND added_days >= 0"),
            pw.Check("round >= 1"),
            pw.Check("trips_after IS NULL OR trips_after >= 0"),
            pw.Check("paused_at IS NULL OR status = 'handling'"),
            pw.Check("matter_id IS NOT NULL OR matter_text <> ''"),
            pw.Check("(concluded_at IS NULL) = (ending IS NULL)"),
            pw.Check("dropped_at IS NULL OR status IN ('refused', 'withdrawn')"),
        )


# With all the monthly report asks of a conclusion, so that a year of them costs no row.
Case.add_index(
    Case.index(
        Case.concluded_at,
        Case.received_at,
        Case.due_on,
        Case.method,
        Case.ending,
        Case.round,
        Case.trips,
        Case.trips_after,
        name="conclusions",
    )
)
# Few are dropped, returned or taken up again: the index of each holds those few alone.
Case.add_index(
    Case.index(Case.dropped_at, where=Case.dropped_at.is_null(is_null=False), name="dropped")
)


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


# The few lines of the history that units are appraised by.
CaseEvent.add_index(
    CaseEvent.index(
        CaseEvent.at,
        where=CaseEvent.act.in_((Act.SEND_BACK, Act.REWORK)),
        name="appraised_at",
    )
)
