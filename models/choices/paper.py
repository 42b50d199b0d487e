"""What goes out of the house: papers and mail."""

from models.choices.choice import Choice


class PaperKind(Choice):
    RECEIPT = "receipt", "受理回执"
    REGISTER = "register", "登记表"
    ORDER = "order", "交办单"
    REMINDER = "reminder", "催办单"
    SUPERVISION = "supervision", "督办单"
    ESCALATION = "escalation", "提级办理单"
    MISSING = "missing", "一次性告知书"
    OUT_OF_SCOPE = "out_of_scope", "不属于受理范围告知单"
    CANNOT = "cannot", "不能办理情况告知书"
    REFUSAL_APPROVAL = "refusal_approval", "否定报备登记表"
    EXTENSION_APPROVAL = "extension_approval", "延期审批表"
    EXTENSION = "extension", "延期告知书"
    COMPLETION = "completion", "办结告知书"
    MINUTES = "minutes", "协调会议纪要"
    SURVEY = "survey", "现场踏勘记录"
    CONFLICT = "conflict", "政策冲突协调单"
    GROUP = "group", "群体事项清册"
    EXEMPTION = "exemption", "容错免责备案表"
    CUSTODY = "custody", "代管款物收据"
    REWORK = "rework", "差评整改单"
    VISIT = "visit", "上门服务单"
    VISIT_NOTICE = "visit_notice", "上门预约告知"


class MailSecurity(Choice):
    """How the way to the mail server is closed to others; never is it open."""

    SSL = "ssl", "SSL/TLS"
    STARTTLS = "starttls", "STARTTLS"


class MailState(Choice):
    WAITING = "waiting", "待发送"
    SENDING = "sending", "正在发送"
    SENT = "sent", "已发出"
    FAILED = "failed", "没有发出"
    UNKNOWN = "unknown", "可能已发出"
    DROPPED = "dropped", "不再发送"
