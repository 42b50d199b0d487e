"""Where the centre sends from, and every mail that was to go."""

import peewee as pw

from models.base import ChoiceField, Record
from models.choices import MailSecurity, MailState
from models.paper import MonthExport


class Mailbox(Record):
    """Exactly one row (id 1). The password is never kept here."""

    address = pw.CharField(max_length=120, verbose_name="发件邮箱")
    account = pw.CharField(max_length=120, default="", verbose_name="登录名")  # empty: the address
    sender = pw.CharField(max_length=60, default="", verbose_name="发件人名称")
    server = pw.CharField(max_length=120, verbose_name="发信服务器")
    port = pw.IntegerField(verbose_name="端口")
    security = ChoiceField(MailSecurity, verbose_name="加密方式")
    authority = pw.TextField(default="", verbose_name="单位证书")  # PEM, trusted as well
    to = pw.TextField(default="", verbose_name="收件人")
    subject = pw.CharField(max_length=200, verbose_name="主题")
    text = pw.TextField(verbose_name="正文")

    class Meta:
        constraints = (
            pw.Check("id = 1"),
            pw.Check("port BETWEEN 1 AND 65535"),
        )


class Mail(Record):
    """A workbook on its way to the superior; a failed one is tried again as the same mail."""

    export = pw.ForeignKeyField(
        MonthExport, on_delete="RESTRICT", backref="mails", verbose_name="月报"
    )
    state = ChoiceField(MailState, default=MailState.WAITING, verbose_name="状态")
    to = pw.TextField(verbose_name="收件人")
    subject = pw.CharField(max_length=200, verbose_name="主题")
    text = pw.TextField(verbose_name="正文")
    sha256 = pw.CharField(max_length=64, verbose_name="附件校验值")
    size = pw.IntegerField(verbose_name="附件大小")
    sealed = pw.BooleanField(default=False, verbose_name="附件加密")
    agreed_by = pw.CharField(max_length=40, default="", verbose_name="同意未遮盖发送的人")
    message_id = pw.CharField(max_length=120, unique=True, verbose_name="邮件标识")
    made_at = pw.DateTimeField(verbose_name="生成时间")
    made_by = pw.CharField(max_length=40, verbose_name="经手人")
    sender = pw.CharField(max_length=120, default="", verbose_name="发件邮箱")  # of the last try
    attempts = pw.IntegerField(default=0, verbose_name="发送次数")
    tried_at = pw.DateTimeField(null=True, verbose_name="最近一次发送")
    sent_at = pw.DateTimeField(null=True, verbose_name="发出时间")
    trouble = pw.TextField(default="", verbose_name="没发出的原因")

    class Meta:
        constraints = (
            pw.Check("\"to\" <> ''"),
            pw.Check("attempts >= 0"),
            pw.Check("(state = 'sent') = (sent_at IS NOT NULL)"),
            pw.Check("state NOT IN ('failed', 'unknown') OR trouble <> ''"),
            pw.Check("sent_at IS NULL OR attempts > 0"),
        )
