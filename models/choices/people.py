"""Who comes, and who is at the desk."""

from models.choices.choice import Choice


class PartyKind(Choice):
    PERSON = "person", "个人"
    ORGANISATION = "organisation", "企业"


class IdKind(Choice):
    RESIDENT = "resident", "居民身份证"
    HOUSEHOLD = "household", "户口簿"
    PASSPORT = "passport", "护照"
    HK_MACAU = "hk_macau", "港澳通行证"
    TAIWAN = "taiwan", "台湾通行证"
    FOREIGN = "foreign", "外国人永居证"
    CREDIT_CODE = "credit_code", "统一社会信用代码"
    OTHER = "other", "其他证件"


class Need(Choice):
    """Why a person may need help that others do not: 老弱病残孕军 and children."""

    ELDERLY = "elderly", "老年人"
    WEAK = "weak", "体弱"
    SICK = "sick", "重病"
    DISABLED = "disabled", "残疾"
    PREGNANT = "pregnant", "孕产妇"
    MILITARY = "military", "军人军属"
    MINOR = "minor", "未成年人"


class Role(Choice):
    """What someone of the centre answers for; who may make which move hangs on it."""

    CLERK = "clerk", "窗口人员"
    LEADER = "leader", "负责人"
    ADMIN = "admin", "管理员"


class SignIn(Choice):
    """What the book of sign-ins tells of."""

    IN = "in", "登录"
    WRONG = "wrong", "密码不对"
    LOCKED = "locked", "输错多次，锁定"
    SIGNED = "signed", "签字确认"
    SET = "set", "设置密码"
    RESET = "reset", "重设密码"
    RECOVERED = "recovered", "用恢复码重设"
    CODE = "code", "生成恢复码"
