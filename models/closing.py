"""How each round of a case ended, how the citizen was told and asked, and what they said of it."""

import peewee as pw

from models.base import ChoiceField, Record
from models.case import Case
from models.choices import ContactKind, ContactWay, Ending, Stars
from models.directory import Staff


class Closing(Record):
    """A conclusion; a case that is taken up again has another, and this one stays."""

    case = pw.ForeignKeyField(Case, on_delete="RESTRICT", backref="closings", verbose_name="办件")
    round = pw.IntegerField(verbose_name="第几轮")
    at = pw.DateTimeField(verbose_name="办结时间")
    by = pw.CharField(max_length=40, verbose_name="办结人")
    ending = ChoiceField(Ending, verbose_name="结局")
    result = pw.TextField(verbose_name="办理结果")
    redirected_to = pw.CharField(max_length=120, default="", verbose_name="转到哪里")
    trips_after = pw.IntegerField(null=True, verbose_name="受理后跑动次数")
    # What the case forgets when it is taken up again; null where it was not kept yet.
    due_on = pw.DateField(null=True, verbose_name="答复期限")
    reopened_at = pw.DateTimeField(null=True, verbose_name="重新办理时间")
    # The three asks (三问): null where not asked, empty where there was nothing more.
    end_business = pw.TextField(null=True, verbose_name="还要办理什么业务")
    end_need = pw.TextField(null=True, verbose_name="还有什么需求")
    end_trouble = pw.TextField(null=True, verbose_name="还有什么问题与困难")

    class Meta:
        indexes = ((("case", "round"), True),)
        constraints = (
            pw.Check("result <> ''"),
            pw.Check("(ending = 'redirected') = (redirected_to <> '')"),
            pw.Check("trips_after IS NULL OR trips_after >= 0"),
            pw.Check("reopened_at IS NULL OR reopened_at >= at"),
        )


# The rounds that were not the last of their case.
REOPENED = Closing.reopened_at.is_null(is_null=False)
Closing.add_index(Closing.index(Closing.reopened_at, where=REOPENED, name="reopened"))
Closing.add_index(Closing.index(Closing.due_on, where=REOPENED, name="reopened_due"))


class Contact(Record):
    """The citizen was told the result (反馈), or asked how it went (回访)."""

    case = pw.ForeignKeyField(Case, on_delete="RESTRICT", backref="contacts", verbose_name="办件")
    round = pw.IntegerField(verbose_name="第几轮")
    kind = ChoiceField(ContactKind, verbose_name="种类")
    at = pw.DateTimeField(verbose_name="时间")
    by = pw.CharField(max_length=40, verbose_name="经手人")
    way = ChoiceField(ContactWay, verbose_name="方式")
    reached = pw.BooleanField(default=True, verbose_name="联系上了")
    words = pw.TextField(default="", verbose_name="他怎么说")


class Rating(Record):
    """What the citizen thinks of a round (好差评). A later word supersedes it and wipes nothing."""

    case = pw.ForeignKeyField(Case, on_delete="RESTRICT", backref="ratings", verbose_name="办件")
    round = pw.IntegerField(verbose_name="第几轮")
    at = pw.DateTimeField(index=True, verbose_name="评价时间")
    by = pw.CharField(max_length=40, verbose_name="记录人")
    stars = ChoiceField(Stars, verbose_name="满意度")
    efficiency = pw.BooleanField(default=False, verbose_name="说到服务效率")
    skill = pw.BooleanField(default=False, verbose_name="说到服务水平")
    attitude = pw.BooleanField(default=False, verbose_name="说到服务态度")
    words = pw.TextField(default="", verbose_name="他怎么说")
    superseded_at = pw.DateTimeField(null=True, verbose_name="被新的评价代替")
    contested_at = pw.DateTimeField(null=True, verbose_name="申诉时间")
    contested_by = pw.ForeignKeyField(
        Staff, null=True, on_delete="RESTRICT", backref="contests", verbose_name="申诉人"
    )
    contest = pw.TextField(default="", verbose_name="申诉理由")
    judged_at = pw.DateTimeField(null=True, verbose_name="结论时间")
    judged_by = pw.CharField(max_length=140, default="", verbose_name="作结论的人")
    upheld = pw.BooleanField(null=True, verbose_name="申诉成立")  # then it does not count
    judgement = pw.TextField(default="", verbose_name="结论")

    class Meta:
        constraints = (
            pw.Check("(contested_at IS NULL) = (contested_by_id IS NULL)"),
            pw.Check("(contested_at IS NULL) = (contest = '')"),
            pw.Check("judged_at IS NULL OR contested_at IS NOT NULL"),
            pw.Check("(judged_at IS NULL) = (judged_by = '')"),
            pw.Check("(judged_at IS NULL) = (upheld IS NULL)"),
        )


# One of each round counts.
Rating.add_index(
    Rating.index(
        Rating.case,
        Rating.round,
        unique=True,
        where=Rating.superseded_at.is_null(),
        name="one_rating_a_round",
    )
)
