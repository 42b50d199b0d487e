"""What is reported, each figure defined once, in words that stand on the report itself."""

from app.month.definition import Definition, counted, mean, rate
from app.month.figures import Figures
from app.month.measures import Measure
from models.choices import Ending, Method


def _completed_by(method: Method) -> Definition:
    return counted(
        f"{method.label}办结",
        f"办结的件中，办理方式登记为“{method.label}”的",
        lambda one: one.completed.by_method[method],
        within="方式",
    )


def _ended(ending: Ending, meaning: str) -> Definition:
    return counted(
        ending.label, meaning, lambda one: one.completed.by_ending[ending], within="结局"
    )


DEFINITIONS = (
    counted(
        "接待（人次）", "本期接待记录的次数，不全都形成反映件", lambda one: one.acts.receptions
    ),
    counted("期初在办（件）", "本期开始时已受理、还没有办结的件", lambda one: one.opening),
    counted("受理（件）", "受理时间在本期的件，含后来不予受理、撤回的", lambda one: one.received),
    counted(
        "不予受理（件）",
        "本期批准不予受理的件，不论哪个月登记；不算办结",
        lambda one: one.acts.refused,
    ),
    counted(
        "撤回（件）",
        "本期由反映人撤回的件，不论哪个月登记；不算办结",
        lambda one: one.acts.withdrawn,
    ),
    counted(
        "重新办理（件）",
        "办结以后在本期重新办理的件，含差评整改",
        lambda one: one.acts.reopened,
    ),
    counted("办结（件）", "办结时间在本期的件，不论哪个月受理", lambda one: one.completed.number),
    *map(_completed_by, Method),
    _ended(Ending.DONE, "办结的件中，结局为“办成”的；部分办成不算办成"),
    _ended(Ending.PARTLY, "办结的件中，只办成一部分的"),
    _ended(Ending.CANNOT, "办结的件中，依法不能办、已经解释的"),
    _ended(Ending.REDIRECTED, "办结的件中，转由其他渠道办理的"),
    counted(
        "经协调破难",
        "办结的件中，办结以前开过协调会、踏勘过现场或者解决了政策冲突，结局为“办成”的",
        lambda one: one.completed.coordinated,
        within="其中",
    ),
    counted(
        "逾期办结",
        "办结的件中，办结日期在答复期限以后的",
        lambda one: one.completed.late,
        within="其中",
    ),
    counted(
        "期末在办（件）",
        "期末已受理、还没有办结的件，不论哪个月受理；"
        "等于期初在办＋受理＋重新办理－不予受理－撤回－办结",
        lambda one: one.left.open,
    ),
    counted(
        "已逾期",
        "期末在办、没有暂停的件中，答复期限已过的；期限是休息日前的，下一个工作日起才算逾期",
        lambda one: one.left.overdue,
        within="其中",
    ),
    counted("延期（次）", "本期批准的延期申请，一件延两次计两次", lambda one: one.acts.extended),
    counted("退单（次）", "本期单位退回的交办，一件退两次计两次", lambda one: one.acts.returned),
    counted("催办（次）", "本期对单位的催办，不含督办", lambda one: one.acts.reminded),
    counted("督办（次）", "本期对单位发出的督办单", lambda one: one.acts.supervised),
    counted("上门（次）", "本期去过的上门，含去了没有办成的", lambda one: one.acts.visits),
    counted(
        "评价（次）",
        "本期群众作出的评价，期末以前改评的计改后的，申诉成立的不计",
        lambda one: one.opinions.rated,
    ),
    counted(
        "差评（次）",
        "本期评价中，“不满意”和“非常不满意”的",
        lambda one: one.opinions.bad,
        within="其中",
    ),
    counted(
        "未评价（件）", "本期办结的件中，到期末还没有评价的", lambda one: one.completed.unrated
    ),
    counted(
        "最长用时（工作日）", "本期办结的件中用时最长的一件", lambda one: one.completed.longest
    ),
    mean(
        "平均用时（工作日）",
        "本期办结各件的用时之和÷办结件数",
        lambda one: (one.completed.days, one.completed.number),
    ),
    mean(
        "受理前跑动（次）",
        "本期办结、记了受理后跑动次数的件，受理前跑动次数之和÷件数",
        lambda one: (one.completed.trips_before, one.completed.told_trips),
    ),
    mean(
        "受理后跑动（次）",
        "本期办结、记了受理后跑动次数的件，受理后跑动次数之和÷件数",
        lambda one: (one.completed.trips_after, one.completed.told_trips),
    ),
    rate(
        "办结率",
        "本期受理的件中，期末已办结的÷本期受理的件数",
        lambda one: (one.completed_of_received, one.received),
    ),
    rate(
        "按时办结率",
        "答复期限在本期到期的件中，期限当天或者以前办结的÷本期到期的件数"
        "（不含期末以前不予受理、撤回的）",
        lambda one: (one.kept, one.due),
    ),
    rate(
        "当天办结率",
        "本期办结的件中，受理当天办结的÷本期办结的件数",
        lambda one: (one.completed.same_day, one.completed.number),
    ),
    rate(
        "办成率",
        "本期办结的件中，结局为“办成”的÷本期办结的件数",
        lambda one: (one.completed.by_ending[Ending.DONE], one.completed.number),
    ),
    rate(
        "经协调破难率",
        "本期经协调破难的件数÷本期办结的件数",
        lambda one: (one.completed.coordinated, one.completed.number),
    ),
    rate(
        "满意率",
        "本期评价中，“基本满意”以上的÷本期评价的次数；没有评价的不算满意也不算不满意，见“未评价”",
        lambda one: (one.opinions.rated - one.opinions.bad, one.opinions.rated),
    ),
    rate(
        "差评整改率",
        "差评整改期限在本期到期的差评中，期末以前重新办理并再次办结的÷本期到期的差评",
        lambda one: (one.opinions.reworked, one.opinions.to_rework),
    ),
    rate(
        "上门办成率",
        "本期去过的上门中，结果为“办成”的÷本期去过的上门",
        lambda one: (one.acts.visits_done, one.acts.visits),
    ),
)


def measure(
    now: Figures, before: Figures | None, last_year: Figures | None, year: Figures
) -> tuple[Measure, ...]:
    return tuple(one.measure(now, before, last_year, year) for one in DEFINITIONS)
