"""The controlled “no”: why, what instead, how it may be contested, and who else agreed to it."""

import peewee as pw

from models.base import ChoiceField, Record
from models.case import Case
from models.choices import RefusalKind, RemedyKind
from models.directory import Staff


class ScopeReason(Record):
    """Why a matter is not the window's (不予受理事由), and whom to name instead."""

    name = pw.CharField(max_length=60, unique=True, verbose_name="事由")
    channels = pw.TextField(verbose_name="该找哪里")  # one a line
    words = pw.TextField(default="", verbose_name="怎么解释")
    source = pw.CharField(max_length=200, default="", verbose_name="出处")
    active = pw.BooleanField(default=True, verbose_name="在用")


class Remedy(Record):
    """How a decision may be contested (救济途径), as it is printed: with {authority}, {court} and
    {days} where they are to be filled in. Unconfirmed until the centre's leader has read it."""

    kind = ChoiceField(RemedyKind, verbose_name="种类")
    name = pw.CharField(max_length=60, unique=True, verbose_name="名称")
    text = pw.TextField(verbose_name="告知文字")
    source = pw.CharField(max_length=200, default="", verbose_name="出处")
    confirmed_at = pw.DateTimeField(null=True, verbose_name="确认时间")
    confirmed_by = pw.CharField(max_length=40, default="", verbose_name="确认人")
    active = pw.BooleanField(default=True, verbose_name="在用")

    class Meta:
        constraints = (pw.Check("(confirmed_at IS NULL) = (confirmed_by = '')"),)


class Refusal(Record):
    """A “no” that was asked for (否定报备), and what came of it.

    Of the window's own (refused) the channel is named and nothing may be contested; of a
    department's (cannot) the decision and its remedy are. The store itself refuses a mixture.
    """

    case = pw.ForeignKeyField(Case, on_delete="RESTRICT", backref="refusals", verbose_name="办件")
    round = pw.IntegerField(verbose_name="第几轮")
    kind = ChoiceField(RefusalKind, verbose_name="种类")
    reason = pw.TextField(verbose_name="理由")
    document = pw.CharField(max_length=120, verbose_name="依据文件")
    article = pw.CharField(max_length=120, verbose_name="依据条款")
    tried = pw.TextField(verbose_name="想过的办法")  # one a line, as the next
    other_ways = pw.TextField(verbose_name="别的出路")
    scope_reason = pw.ForeignKeyField(
        ScopeReason, null=True, on_delete="RESTRICT", backref="refusals", verbose_name="事由"
    )
    channel = pw.CharField(max_length=120, default="", verbose_name="该找哪里")
    contact = pw.CharField(max_length=120, default="", verbose_name="那里的地址电话")
    department = pw.CharField(max_length=120, default="", verbose_name="作出决定的部门")
    made_on = pw.DateField(null=True, verbose_name="决定日期")
    title = pw.CharField(max_length=120, default="", verbose_name="决定书名称")
    number = pw.CharField(max_length=120, default="", verbose_name="决定书文号")
    remedy = pw.ForeignKeyField(
        Remedy, null=True, on_delete="RESTRICT", backref="refusals", verbose_name="救济途径"
    )
    authority = pw.CharField(max_length=120, default="", verbose_name="复议机关")
    court = pw.CharField(max_length=120, default="", verbose_name="人民法院")
    days = pw.IntegerField(null=True, verbose_name="期限（日）")
    remedy_text = pw.TextField(default="", verbose_name="救济告知")  # filled in, as it was then
    asked_at = pw.DateTimeField(verbose_name="报备时间")
    asked_by = pw.ForeignKeyField(
        Staff, on_delete="RESTRICT", backref="refusals", verbose_name="报备人"
    )
    decided_at = pw.DateTimeField(null=True, verbose_name="审批时间")
    decided_by = pw.CharField(max_length=140, default="", verbose_name="批准人")
    granted = pw.BooleanField(null=True, verbose_name="同意")
    opinion = pw.TextField(default="", verbose_name="审批意见")

    class Meta:
        constraints = (
            pw.Check("reason <> '' AND document <> '' AND article <> ''"),
            pw.Check("tried <> '' AND other_ways <> ''"),
            pw.Check("kind = 'cannot' OR (scope_reason_id IS NOT NULL AND channel <> '')"),
            pw.Check("kind = 'refused' OR (scope_reason_id IS NULL AND channel || contact = '')"),
            pw.Check(
                "kind = 'refused' OR (remedy_id IS NOT NULL AND remedy_text <> '' "
                "AND department <> '' AND made_on IS NOT NULL)"
            ),
            pw.Check(
                "kind = 'cannot' OR (remedy_id IS NULL AND made_on IS NULL AND days IS NULL AND "
                "department || title || number || authority || court || remedy_text = '')"
            ),
            pw.Check("(decided_at IS NULL) = (granted IS NULL)"),
            pw.Check("(decided_at IS NULL) = (decided_by = '')"),
        )


# A case waits for one answer at a time.
Refusal.add_index(
    Refusal.index(
        Refusal.case, unique=True, where=Refusal.decided_at.is_null(), name="one_no_at_a_time"
    )
)


class Telling(Record):
    """That the citizen was told which papers are lacking (一次性告知): all of them, once."""

    case = pw.ForeignKeyField(Case, on_delete="RESTRICT", backref="tellings", verbose_name="办件")
    at = pw.DateTimeField(verbose_name="告知时间")
    by = pw.CharField(max_length=40, verbose_name="告知人")
    hand_in_by = pw.DateField(null=True, verbose_name="补齐期限")
    again = pw.TextField(default="", verbose_name="再次告知的原因")


class MissingPaper(Record):
    """A paper that is lacking: in what form, where it is had, and what may stand in for it."""

    telling = pw.ForeignKeyField(
        Telling, on_delete="RESTRICT", backref="papers", verbose_name="告知"
    )
    place = pw.IntegerField(verbose_name="次序")
    name = pw.CharField(max_length=120, verbose_name="材料")
    form = pw.CharField(max_length=120, default="", verbose_name="要求")
    where = pw.CharField(max_length=120, default="", verbose_name="到哪里开")
    instead = pw.CharField(max_length=120, default="", verbose_name="可以用什么代替")
