"""The fixed lists: what is stored, and the words people read."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Self


class Choice(StrEnum):
    """One of a fixed list; equal to the code that is stored, with the label that is shown."""

    usual: str  # the label, where the centre has no word of its own

    def __new__(cls, code: str, label: str) -> Self:
        member = str.__new__(cls, code)
        member._value_ = code
        member.usual = label
        return member

    @property
    def label(self) -> str:
        own = _OWN.get(type(self))
        return own[self][0] if own else self.usual

    @property
    def in_use(self) -> bool:
        """Whether it is still offered; what has it keeps it."""
        own = _OWN.get(type(self))
        return own[self][1] if own else bool(self.usual)

    @classmethod
    def named(cls) -> list[Self]:
        """All that are called anything; a place for a word of the centre's own may be empty."""
        return [one for one in cls if one.label]

    @classmethod
    def of(cls, code: str) -> Self:
        return cls(code)  # type: ignore[call-arg]  # an enum is called with its value alone


# What the centre calls each of a list, and whether it is in use.
_OWN: dict[type[Choice], Mapping[Choice, tuple[str, bool]]] = {}


def call(choices: type[Choice], words: Mapping[Choice, tuple[str, bool]]) -> None:
    """Call all of a list so from now on, everywhere."""
    _OWN[choices] = words


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


class Channel(Choice):
    COUNTER = "counter", "窗口"
    PHONE = "phone", "电话"
    VILLAGE = "village", "村社转报"
    VISIT = "visit", "入户走访"
    HOTLINE = "hotline", "12345转办"
    ONLINE = "online", "网上"
    OTHER = "other", "其他"


class Nature(Choice):
    """不能办/很难办/不给办: policy bars, procedure is hard, someone is unwilling."""

    CANNOT = "cannot", "不能办"
    HARD = "hard", "很难办"
    UNWILLING = "unwilling", "不给办"


class Cause(Choice):
    """The six causes of Tianjin's windows, and one for what fits none of them."""

    PROCESS = "process", "服务流程不规范"
    POLICY = "policy", "政策界定不清楚"
    LEGACY = "legacy", "历史遗留问题不处理"
    CHANNELS = "channels", "线上线下渠道不畅通"
    DATA = "data", "部门间数据传输不及时"
    REFORM = "reform", "改革政策衔接不畅"
    # Places for causes that the centre adds (domain.md §2.5: the list differs by place).
    OWN_1 = "own_1", ""
    OWN_2 = "own_2", ""
    OWN_3 = "own_3", ""
    OWN_4 = "own_4", ""
    OWN_5 = "own_5", ""
    OWN_6 = "own_6", ""
    OWN_7 = "own_7", ""
    OWN_8 = "own_8", ""
    OTHER = "other", "其他"


class Grade(Choice):
    INSTANT = "instant", "即办"
    GENERAL = "general", "一般"
    COMPLEX = "complex", "复杂"
    SPECIAL = "special", "特殊"


class Method(Choice):
    SPOT = "spot", "当场"
    TRANSFER = "transfer", "转办"
    COORDINATE = "coordinate", "协调"
    VISIT = "visit", "上门"


class Status(Choice):
    REGISTERED = "registered", "已登记"
    HANDLING = "handling", "办理中"
    CONCLUDED = "concluded", "已办结"
    INFORMED = "informed", "已反馈"
    ARCHIVED = "archived", "已归档"
    REFUSED = "refused", "不予受理"
    WITHDRAWN = "withdrawn", "撤回"


DROPPED = (Status.REFUSED, Status.WITHDRAWN)  # over without having been handled


class Ending(Choice):
    """How a concluded case ended; only `done` counts as 办成."""

    DONE = "done", "办成"
    PARTLY = "partly", "部分办成"
    CANNOT = "cannot", "依法不能办"
    REDIRECTED = "redirected", "转其他渠道"


class RefusalKind(Choice):
    """A controlled “no”: the window's own, which is no decision, or a department's, which is."""

    REFUSED = "refused", "不予受理"
    CANNOT = "cannot", "依法不能办"


class RemedyKind(Choice):
    """How a department's decision may be contested."""

    FREE = "free", "复议或诉讼，自由选择"
    REVIEW_FIRST = "review_first", "复议前置"
    TERM = "term", "另有期限"
    NONE = "none", "没有"


class ContactKind(Choice):
    INFORM = "inform", "反馈"
    FOLLOW_UP = "follow_up", "回访"


class ContactWay(Choice):
    """How the citizen was spoken to or written to."""

    PHONE = "phone", "电话"
    IN_PERSON = "in_person", "当面"
    MESSAGE = "message", "短信微信"
    LETTER = "letter", "书面"
    VISIT = "visit", "上门"
    ONLINE = "online", "网上"


class Stars(Choice):
    """The five levels of the public's rating (好差评); the two lowest are bad ones."""

    FIVE = "5", "非常满意"
    FOUR = "4", "满意"
    THREE = "3", "基本满意"
    TWO = "2", "不满意"
    ONE = "1", "非常不满意"


class Verdict(Choice):
    """Whether a rating was an error."""

    UPHELD = "upheld", "申诉成立，这次评价不计"
    DISMISSED = "dismissed", "申诉不成立，要整改"


class PauseReason(Choice):
    """What a case waits for that the centre cannot hasten."""

    MISSING = "missing", "待补正"
    PARTY = "party", "待当事人"
    SUPERIOR = "superior", "待上级"


class UnitRole(Choice):
    LEAD = "lead", "牵头"
    CO_HANDLER = "co_handler", "配合"
    TRIED = "tried", "到过"


class ShareState(Choice):
    """How far a unit is with its share of a case."""

    PLANNED = "planned", "待交办"
    SENT = "sent", "待签收"
    SIGNED = "signed", "办理中"
    REPLIED = "replied", "已答复"
    ACCEPTED = "accepted", "已采用"
    RETURNED = "returned", "已退单"
    CALLED_OFF = "called_off", "已收回"


class Urge(Choice):
    """How a unit is pressed for its answer."""

    REMIND = "remind", "催办"
    SUPERVISE = "supervise", "督办"


class ConflictStep(Choice):
    """What is written down of a conflict of rules: that it is there, or how it went."""

    FOUND = "found", "记下冲突"
    RESOLVED = "resolved", "写明怎么解决"


class ConflictOutcome(Choice):
    LICENCE_FIRST = "licence_first", "先照后证"
    PERMIT_FIRST = "permit_first", "先证后照"
    OTHER = "other", "其他"


class HouseholdState(Choice):
    OPEN = "open", "未办"
    UNDER_WAY = "under_way", "办理中"
    DONE = "done", "已办"


class YesNo(Choice):
    """For what has to be looked at: it cannot be passed over as an empty tick can."""

    YES = "yes", "是"
    NO = "no", "否"


class Act(Choice):
    """What a line of a case's history tells of."""

    REGISTER = "register", "登记受理"
    COMPLETE = "complete", "补全登记"
    EDIT = "edit", "更正"
    SORT = "sort", "研判"
    TELL_MISSING = "tell_missing", "一次性告知"
    TAKE_UP = "take_up", "窗口自办"
    ASSIGN = "assign", "交办"
    SIGN = "sign", "签收"
    CONTACT = "contact", "联系群众"
    RETURN = "return", "退单"
    REPLY = "reply", "答复"
    ACCEPT = "accept", "答复合格"
    SEND_BACK = "send_back", "答复退回重办"
    CALL_OFF = "call_off", "收回交办"
    REMIND = "remind", "催办"
    SUPERVISE = "supervise", "督办"
    ESCALATE = "escalate", "提级"
    PROGRESS = "progress", "办理情况"
    PAUSE = "pause", "暂停"
    RESUME = "resume", "恢复"
    ASK_EXTENSION = "ask_extension", "申请延期"
    GRANT_EXTENSION = "grant_extension", "批准延期"
    DENY_EXTENSION = "deny_extension", "不同意延期"
    TELL_EXTENSION = "tell_extension", "告知延期"
    RECKON = "reckon", "重算期限"
    EXPLAIN = "explain", "说明逾期"
    MEET = "meet", "协调会"
    SURVEY = "survey", "踏勘"
    DECIDED_DONE = "decided_done", "议定事项办完"
    CONFLICT = "conflict", "政策冲突"
    ROUTE = "route", "另寻出路"
    EXEMPT = "exempt", "容错免责"
    HOLD = "hold", "代管款物"
    GIVE_BACK = "give_back", "退还款物"
    HOUSEHOLD = "household", "群体户"
    ASK_NO = "ask_no", "否定报备"
    GRANT_NO = "grant_no", "批准否定"
    DENY_NO = "deny_no", "不同意否定"
    SPOT = "spot", "当场办结"
    CONCLUDE = "conclude", "办结"
    INFORM = "inform", "反馈"
    FOLLOW_UP = "follow_up", "回访"
    RATE = "rate", "评价"
    REWORK = "rework", "差评整改"
    CONTEST = "contest", "误评申诉"
    JUDGE = "judge", "申诉结论"
    REOPEN = "reopen", "重新办理"
    ARCHIVE = "archive", "归档"
    WITHDRAW = "withdraw", "撤回"
    HANDOVER = "handover", "移交"
    VISIT = "visit", "上门服务"
    ATTACH = "attach", "添加附件"
    DETACH = "detach", "作废附件"
    ISSUE = "issue", "出具文书"
    REPRINT = "reprint", "补打文书"
    VOID = "void", "作废文书"


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


class ReceptionEnd(Choice):
    """How someone who came went home."""

    ANSWERED = "answered", "当场答复"
    GUIDED = "guided", "引导到窗口"
    TOLD = "told", "告知渠道"
    REGISTERED = "registered", "转为登记"


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


class Merit(Choice):
    """What a unit gets minus or plus points for (考核); `plus` tells which."""

    PASSED = "passed", "推诿"
    GROUNDLESS = "groundless", "无依据退单"
    OVERDUE = "overdue", "超期"
    SUPERVISED = "supervised", "被督办"
    REMINDED = "reminded", "被催办"
    SENT_BACK = "sent_back", "答复不合格退回"
    BAD_RATING = "bad_rating", "差评属实"
    TOOK_LEAD = "took_lead", "主动牵头"
    VISITED = "visited", "上门"
    COORDINATED = "coordinated", "协调破难"
    EARLY = "early", "提前办结"

    @property
    def plus(self) -> bool:
        return self in (Merit.TOOK_LEAD, Merit.VISITED, Merit.COORDINATED, Merit.EARLY)


class ReviewStep(Choice):
    """What was said of a point since it was computed; the last one holds."""

    APPEALED = "appealed", "申诉"
    UPHELD = "upheld", "申诉成立"
    DISMISSED = "dismissed", "申诉不成立"
    EXCLUDED = "excluded", "排除"
    RESTORED = "restored", "恢复计分"
    GROUNDLESS = "groundless", "认定无依据"


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
