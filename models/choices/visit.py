"""Home visits: what for, how they went, with what."""

from models.choices.choice import Choice


class VisitKind(Choice):
    """What the centre goes to somebody's home for."""

    BUSINESS = "business", "业务上门"
    DELIVER = "deliver", "送证上门"
    CERTIFY = "certify", "高龄认证"
    GATHERED = "gathered", "集中服务"
    OTHER = "other", "其他"


class VisitStatus(Choice):
    REQUESTED = "requested", "待安排"
    PLANNED = "planned", "已安排"
    DONE = "done", "已办"
    FAILED = "failed", "未办成"
    CANCELLED = "cancelled", "已取消"
    REFUSED = "refused", "不安排"


class VisitOutcome(Choice):
    """How a visit ended; what was done in part counts as done, and something is left to do."""

    DONE = "done", "办成"
    PARTLY = "partly", "部分办成"
    ABSENT = "absent", "未遇"
    DECLINED = "declined", "拒绝"
    DEVICE = "device", "设备故障"
    UNWELL = "unwell", "身体不便"
    PAPERS = "papers", "材料不齐"


class VisitCheck(Choice):
    """What has to be done at a home: the checklist of a visit."""

    IDENTITY = "identity", "身份核验"
    PORTRAIT = "portrait", "人像"
    FINGERPRINT = "fingerprint", "指纹"
    SIGNATURE = "signature", "签字"


class VisitAct(Choice):
    """What a line of a visit's own history tells of."""

    REQUEST = "request", "登记需求"
    EDIT = "edit", "更正需求"
    REFUSE = "refuse", "不安排"
    PLAN = "plan", "安排"
    MOVE = "move", "改期"
    OVERRIDE = "override", "撞期仍安排"
    CANCEL = "cancel", "取消"
    OUTCOME = "outcome", "登记结果"
    EVIDENCE = "evidence", "留存资料"
    VOID = "void", "作废资料"
    FOLLOW_UP = "follow_up", "回访"


class HalfDay(Choice):
    MORNING = "morning", "上午"
    AFTERNOON = "afternoon", "下午"


class Delivery(Choice):
    """How what was made for somebody gets to them."""

    MAIL = "mail", "邮寄"
    VISIT = "visit", "再上门"
    PROXY = "proxy", "代领"


class KitKind(Choice):
    """What a crew takes along; there are few of each, so they are booked as people are."""

    CAPTURE = "capture", "便携采集设备"
    TABLET = "tablet", "平板"
    PRINTER = "printer", "便携打印机"
    CAR = "car", "车辆"
    OTHER = "other", "其他设备"
