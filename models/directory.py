"""What the centre keeps lists of. Nothing is deleted, only retired."""

import peewee as pw

from models.base import ChoiceField, Record
from models.choices import Role, SignIn


class Staff(Record):
    name = pw.CharField(max_length=40, verbose_name="姓名")
    work_number = pw.CharField(max_length=20, unique=True, verbose_name="工号")
    active = pw.BooleanField(default=True, verbose_name="在岗")
    role = ChoiceField(Role, default=Role.CLERK, verbose_name="角色")
    password = pw.CharField(
        max_length=160, default="", verbose_name="密码"
    )  # its hash, or none yet
    must_change = pw.BooleanField(default=False, verbose_name="下次登录要改密码")
    failures = pw.IntegerField(default=0, verbose_name="连续输错次数")
    locked_until = pw.DateTimeField(null=True, verbose_name="锁定到")


class SignInEvent(Record):
    """A line of the book of sign-ins, which is only ever added to; never with a password."""

    staff = pw.ForeignKeyField(Staff, on_delete="RESTRICT", backref="sign_ins", verbose_name="人员")
    at = pw.DateTimeField(index=True, verbose_name="时间")
    what = ChoiceField(SignIn, verbose_name="事项")
    by = pw.CharField(max_length=40, default="", verbose_name="经手人")  # where it was another


class Unit(Record):
    """A department, station or window that handles matters (单位/窗口)."""

    name = pw.CharField(max_length=60, unique=True, verbose_name="单位")
    window_number = pw.CharField(max_length=20, default="", verbose_name="窗口号")
    liaison = pw.CharField(max_length=40, default="", verbose_name="联络员")
    phone = pw.CharField(max_length=30, default="", verbose_name="联系电话")
    # Whom to turn to when the liaison does not answer (联络员→部门领导).
    head = pw.CharField(max_length=40, default="", verbose_name="部门领导")
    head_phone = pw.CharField(max_length=30, default="", verbose_name="领导电话")
    initials = pw.CharField(max_length=400, default="", verbose_name="拼音首字母")
    active = pw.BooleanField(default=True, verbose_name="在用")


class Village(Record):
    name = pw.CharField(max_length=40, unique=True, verbose_name="村社")
    initials = pw.CharField(max_length=400, default="", verbose_name="拼音首字母")
    active = pw.BooleanField(default=True, verbose_name="在用")


class Matter(Record):
    """A kind of business (事项), with the unit it belongs to and the papers it needs."""

    name = pw.CharField(max_length=80, unique=True, verbose_name="事项")
    unit = pw.ForeignKeyField(
        Unit, null=True, on_delete="RESTRICT", backref="matters", verbose_name="主管单位"
    )
    keywords = pw.CharField(max_length=200, default="", verbose_name="关键词")
    papers = pw.TextField(default="", verbose_name="材料清单")
    initials = pw.CharField(max_length=400, default="", verbose_name="拼音首字母")
    active = pw.BooleanField(default=True, verbose_name="在用")
