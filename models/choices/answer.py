"""What people are told, and what they say of it."""

from models.choices.choice import Choice


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


class ReceptionEnd(Choice):
    """How someone who came went home."""

    ANSWERED = "answered", "当场答复"
    GUIDED = "guided", "引导到窗口"
    TOLD = "told", "告知渠道"
    REGISTERED = "registered", "转为登记"
