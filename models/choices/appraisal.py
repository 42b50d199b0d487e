"""The appraisal of units."""

from models.choices.choice import Choice


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
