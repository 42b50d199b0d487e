"""A case: how it came, what it is, where it stands, who has a part in it."""

from models.choices.choice import Choice


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
