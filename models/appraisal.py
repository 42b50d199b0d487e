"""How units are appraised (考核): the rules in versions, and what was said of single points."""

import peewee as pw

from models.base import ChoiceField, Record
from models.case import Case
from models.choices import Merit, ReviewStep
from models.directory import Staff


class AppraisalRules(Record):
    """A version of the rules, in force from the quarter that begins on `since`; all are kept."""

    made_at = pw.DateTimeField(verbose_name="保存时间")
    made_by = pw.CharField(max_length=40, verbose_name="修改人")
    since = pw.DateField(verbose_name="从哪个季度起")
    least_cases = pw.IntegerField(default=3, verbose_name="不到几件不评分")

    class Meta:
        constraints = (pw.Check("least_cases >= 0"),)


class AppraisalRule(Record):
    """One rule of a version. `least` is the how manieth counts; of what is early, the days."""

    rules = pw.ForeignKeyField(
        AppraisalRules, on_delete="RESTRICT", backref="each", verbose_name="考核规则版本"
    )
    event = ChoiceField(Merit, verbose_name="事情")
    name = pw.CharField(max_length=20, verbose_name="叫法")
    active = pw.BooleanField(default=True, verbose_name="启用")
    points = pw.IntegerField(verbose_name="每次几分")
    least = pw.IntegerField(default=1, verbose_name="起计")
    most = pw.IntegerField(null=True, verbose_name="一季度最多几分")

    class Meta:
        indexes = ((("rules", "event"), True),)
        constraints = (
            pw.Check("name <> ''"),
            pw.Check("points >= 1 AND least >= 1"),
            pw.Check("most IS NULL OR most >= 1"),
        )


class PointReview(Record):
    """A word on one point, which is only ever added to; `source` is the row it was computed from.

    `person` is who speaks for the unit in an appeal, else whoever signed as the second.
    """

    case = pw.ForeignKeyField(
        Case, on_delete="RESTRICT", backref="point_reviews", verbose_name="办件"
    )
    unit = pw.CharField(max_length=60, verbose_name="单位")
    event = ChoiceField(Merit, verbose_name="事情")
    source = pw.CharField(max_length=30, verbose_name="出处")
    step = ChoiceField(ReviewStep, verbose_name="环节")
    at = pw.DateTimeField(verbose_name="时间")
    staff = pw.ForeignKeyField(
        Staff, on_delete="RESTRICT", backref="point_reviews", verbose_name="经手人"
    )
    reason = pw.TextField(verbose_name="理由")
    person = pw.CharField(max_length=140, verbose_name="申诉人或签字人")

    class Meta:
        indexes = ((("event", "source"), False),)
        constraints = (pw.Check("unit <> '' AND reason <> '' AND person <> ''"),)
