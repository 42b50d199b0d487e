"""Home visits (上门服务): asked for, planned, gone on, and every change of the plan kept."""

import peewee as pw

from models.base import ChoiceField, Record
from models.case import Case
from models.choices import (
    Delivery,
    HalfDay,
    VisitAct,
    VisitKind,
    VisitOutcome,
    VisitStatus,
)
from models.crew import Helper, Kit
from models.directory import Matter, Staff, Village
from models.party import Party


class Visit(Record):
    """A visit from the request to what came of it. Papers and what to bring stand one a line."""

    number = pw.CharField(max_length=60, unique=True, verbose_name="上门编号")
    case = pw.ForeignKeyField(
        Case, null=True, on_delete="RESTRICT", backref="visits", verbose_name="办件"
    )
    kind = ChoiceField(VisitKind, default=VisitKind.BUSINESS, verbose_name="类别")
    status = ChoiceField(VisitStatus, default=VisitStatus.REQUESTED, verbose_name="状态")
    # One that was carried over from another that failed.
    previous = pw.ForeignKeyField(
        "self", null=True, on_delete="RESTRICT", backref="next", verbose_name="上一次上门"
    )
    # Who is served, who asked for it, and whether they may be served at home.
    served = pw.ForeignKeyField(
        Party, on_delete="RESTRICT", backref="visited", verbose_name="服务对象"
    )
    asker = pw.ForeignKeyField(
        Party, null=True, on_delete="RESTRICT", backref="visits_asked", verbose_name="预约人"
    )
    relation = pw.CharField(max_length=40, default="", verbose_name="与服务对象关系")
    people = pw.IntegerField(default=1, verbose_name="服务人数")
    mobility = pw.CharField(max_length=120, default="", verbose_name="行动能力")
    care = pw.CharField(max_length=120, default="", verbose_name="需要照顾")
    aware = pw.BooleanField(default=True, verbose_name="意识清楚，能表示同意")
    infectious = pw.BooleanField(default=False, verbose_name="有传染病")
    guardian = pw.CharField(max_length=60, default="", verbose_name="监护人")
    same_book = pw.BooleanField(default=False, verbose_name="监护人在同一户口本")
    consent = pw.BooleanField(default=False, verbose_name="同意上门")
    exception = pw.CharField(max_length=120, default="", verbose_name="不在范围仍上门的原因")
    # Where and when.
    village = pw.ForeignKeyField(
        Village, null=True, on_delete="RESTRICT", backref="visits", verbose_name="村社"
    )
    village_text = pw.CharField(max_length=40, default="", verbose_name="村社（未列入）")
    address = pw.CharField(max_length=120, default="", verbose_name="地址")
    directions = pw.CharField(max_length=200, default="", verbose_name="怎么走")
    phone = pw.CharField(max_length=30, default="", verbose_name="电话")
    suits = pw.CharField(max_length=120, default="", verbose_name="什么时候方便")
    earliest = pw.DateField(null=True, verbose_name="最早")
    latest = pw.DateField(null=True, verbose_name="最晚")
    half = ChoiceField(HalfDay, null=True, verbose_name="上午或下午")
    urgent = pw.BooleanField(default=False, verbose_name="急")
    # What for.
    matter = pw.ForeignKeyField(
        Matter, null=True, on_delete="RESTRICT", backref="visits", verbose_name="事项"
    )
    matter_text = pw.CharField(max_length=80, default="", verbose_name="事项（未列入）")
    papers = pw.TextField(default="", verbose_name="所需材料")
    checklist = pw.CharField(max_length=80, default="", verbose_name="现场要办")  # codes, comma
    bring = pw.TextField(default="", verbose_name="要带的")
    minutes = pw.IntegerField(verbose_name="预计时长（分钟）")
    asked_at = pw.DateTimeField(verbose_name="登记时间")
    asked_by = pw.ForeignKeyField(
        Staff, on_delete="RESTRICT", backref="visits_taken", verbose_name="登记人"
    )
    # The plan. Who goes before the first stop sets out `way_minutes` earlier.
    starts_at = pw.DateTimeField(null=True, index=True, verbose_name="约定时间")
    ends_at = pw.DateTimeField(null=True, verbose_name="预计结束")
    exact = pw.BooleanField(default=False, verbose_name="约定了钟点")  # else the half day
    way_minutes = pw.IntegerField(default=0, verbose_name="路上（分钟）")
    way_from = pw.CharField(max_length=40, default="", verbose_name="从哪里去")
    revision = pw.IntegerField(default=0, verbose_name="第几次变动")  # for calendars
    ended_reason = pw.TextField(default="", verbose_name="取消或不安排的原因")
    # What came of it.
    arrived_at = pw.DateTimeField(null=True, verbose_name="到达时间")
    left_at = pw.DateTimeField(null=True, verbose_name="离开时间")
    outcome = ChoiceField(VisitOutcome, null=True, verbose_name="结果")
    outcome_note = pw.TextField(default="", verbose_name="现场情况")
    outcome_at = pw.DateTimeField(null=True, verbose_name="登记结果时间")
    outcome_by = pw.CharField(max_length=40, default="", verbose_name="登记结果人")
    photo_consent = pw.BooleanField(default=False, verbose_name="同意留存病情照片")
    taken = pw.TextField(default="", verbose_name="带走材料")
    returned = pw.TextField(default="", verbose_name="退还材料")
    delivery = ChoiceField(Delivery, null=True, verbose_name="送达方式")
    followed_up_at = pw.DateTimeField(null=True, verbose_name="回访时间")
    followed_up_by = pw.CharField(max_length=40, default="", verbose_name="回访人")
    follow_up_words = pw.TextField(default="", verbose_name="对方怎么说")

    class Meta:
        indexes = (
            (("status", "starts_at"), False),
            (("asked_at", "status"), False),
        )
        constraints = (
            pw.Check("people >= 1 AND minutes >= 1 AND way_minutes >= 0 AND revision >= 0"),
            pw.Check("matter_id IS NOT NULL OR matter_text <> ''"),
            pw.Check("infectious = 0 OR status = 'refused'"),
            pw.Check("latest IS NULL OR earliest IS NULL OR latest >= earliest"),
            pw.Check("(starts_at IS NULL) = (ends_at IS NULL)"),
            pw.Check("ends_at IS NULL OR ends_at > starts_at"),
            pw.Check("status NOT IN ('planned', 'done', 'failed') OR starts_at IS NOT NULL"),
            pw.Check("status <> 'requested' OR starts_at IS NULL"),
            pw.Check("(status IN ('cancelled', 'refused')) = (ended_reason <> '')"),
            pw.Check("(status IN ('done', 'failed')) = (outcome IS NOT NULL)"),
            pw.Check("(outcome IS NULL) = (outcome_at IS NULL)"),
            pw.Check("left_at IS NULL OR left_at >= arrived_at"),
            pw.Check("(followed_up_at IS NULL) = (followed_up_by = '')"),
        )


class VisitHelper(Record):
    """One of the crew of a visit, in their order; the first leads it."""

    visit = pw.ForeignKeyField(Visit, on_delete="RESTRICT", backref="crew", verbose_name="上门")
    helper = pw.ForeignKeyField(
        Helper, on_delete="RESTRICT", backref="visits", verbose_name="上门人员"
    )
    place = pw.IntegerField(default=0, verbose_name="次序")

    class Meta:
        indexes = ((("visit", "helper"), True),)


class VisitKit(Record):
    """A piece of equipment that is taken along."""

    visit = pw.ForeignKeyField(Visit, on_delete="RESTRICT", backref="kits", verbose_name="上门")
    kit = pw.ForeignKeyField(Kit, on_delete="RESTRICT", backref="visits", verbose_name="设备")

    class Meta:
        indexes = ((("visit", "kit"), True),)


class VisitChange(Record):
    """A line of a visit's history, which is only ever added to."""

    visit = pw.ForeignKeyField(Visit, on_delete="RESTRICT", backref="changes", verbose_name="上门")
    at = pw.DateTimeField(verbose_name="时间")
    by = pw.CharField(max_length=40, verbose_name="经手人")
    act = ChoiceField(VisitAct, verbose_name="环节")
    note = pw.TextField(default="", verbose_name="内容")
    reason = pw.TextField(default="", verbose_name="原因")


class VisitFile(Record):
    """A scan or photo of a visit, kept beside the store under the hash of what it holds."""

    visit = pw.ForeignKeyField(Visit, on_delete="RESTRICT", backref="files", verbose_name="上门")
    name = pw.CharField(max_length=120, verbose_name="文件名")
    sha256 = pw.CharField(max_length=64, index=True, verbose_name="校验值")
    size = pw.IntegerField(verbose_name="大小")
    health = pw.BooleanField(default=False, verbose_name="病情照片")
    added_at = pw.DateTimeField(verbose_name="添加时间")
    added_by = pw.CharField(max_length=40, verbose_name="添加人")
    voided_at = pw.DateTimeField(null=True, verbose_name="作废时间")
    voided_by = pw.CharField(max_length=40, default="", verbose_name="作废人")
    void_reason = pw.CharField(max_length=200, default="", verbose_name="作废原因")

    class Meta:
        constraints = (pw.Check("(voided_at IS NULL) = (void_reason = '')"),)
