"""What is said with the moves about units, their working together and time, whole and right."""

from datetime import date, datetime

from models.choices import (
    Act,
    ConflictOutcome,
    ConflictStep,
    ContactWay,
    HouseholdState,
    PauseReason,
    YesNo,
)

THEN = datetime(2026, 11, 22, 9, 0)
WITH_UNITS = {
    Act.TAKE_UP: {},
    Act.ASSIGN: {"note": "请上门"},
    Act.SIGN: {"signed_by": "陈浩"},
    Act.CONTACT: {"note": "电话联系，约好周三"},
    Act.REPLY: {"note": "周三上门采集"},
    Act.ACCEPT: {"whole": YesNo.YES, "basis_cited": YesNo.YES},
    Act.SEND_BACK: {"note": "没有写依据"},
    Act.RETURN: {"note": "不归派出所管", "basis": "户籍管理办法第八条"},
    Act.CALL_OFF: {"note": "该由社保窗口牵头"},
    Act.REMIND: {},
    Act.SUPERVISE: {
        "grounds": ("逾期未答复",),
        "demands": ("三日内上门",),
        "approved_by": "李镇长",
    },
    Act.ESCALATE: {"note": "两家都不接"},
}
TOGETHER = {
    Act.MEET: {
        "held_at": THEN,
        "place": "镇政府二楼",
        "chair": "李镇长",
        "present": ("派出所 陈浩", "社保窗口 周敏"),
        "absent": ("残联",),
        "deemed_by": "《协调会议规则》第五条",
        "decisions": (
            {"what": "上门采集", "owner": "派出所", "due_on": date(2026, 11, 25)},
            {"what": "先发临时证明", "owner": "社保窗口", "due_on": date(2026, 11, 24)},
        ),
    },
    Act.DECIDED_DONE: {"note": "已上门采集"},
    Act.SURVEY: {
        "surveyed_at": THEN,
        "place": "石门村3组",
        "present": ("派出所 陈浩",),
        "findings": ("当事人卧床", "能说清自己是谁"),
    },
    Act.CONFLICT: {
        "step": ConflictStep.FOUND,
        "sides": (
            {"unit": "市场监管所", "wants": "卫生许可", "gives": "营业执照", "basis": "办法第三条"},
            {"unit": "卫生院", "wants": "营业执照", "gives": "卫生许可", "basis": "细则第九条"},
        ),
    },
    Act.ROUTE: {"tried": "按快递员登记", "blocked_by": "目录里没有", "worked": "按配送员登记"},
    Act.HOUSEHOLD: {
        "households": (
            {"name": "张三", "house": "3栋201", "phone": "10012345678"},
            {"name": "李四", "house": "3栋202", "state": HouseholdState.DONE},
        )
    },
    Act.EXEMPT: {
        "difficulty": "开发商已注销，没有交房手续",
        "decision": "凭购房合同和缴税凭证办证",
        "decided_by": "县专班会议",
        "decided_on": date(2026, 11, 20),
        "basis": ("国办函〔2021〕1号第二条",),
        "shares": ({"unit": "自然资源所", "duty": "登记"}, {"unit": "税务所", "duty": "核税"}),
    },
    Act.HOLD: {
        "amount": "1,200",
        "things": ({"name": "存折", "count": "1本", "marks": "尾号 0001"},),
        "purpose": "系统停机，代缴费用",
        "return_when": "系统恢复缴费后",
        "witness": "李镇长",
    },
    Act.GIVE_BACK: {"returned_to": "盛建军", "witness": "李镇长"},
}
RESOLVED = {
    "step": ConflictStep.RESOLVED,
    "outcome": ConflictOutcome.LICENCE_FIRST,
    "resolution": "先发营业执照，三个月内补卫生许可",
    "resolved_by": "县优化办",
}
# Of a case whose clock stops, or that gets more time.
WITH_TIME = {
    Act.PAUSE: {"reason": PauseReason.MISSING, "note": "等他补户口簿"},
    Act.RESUME: {},
    Act.ASK_EXTENSION: {
        "days": 5,
        "reason": "县里周三集中处理",
        "progress": "已报送县里",
        "next_step": "周四取",
    },
    Act.GRANT_EXTENSION: {"signed_on_paper": "李镇长"},
    Act.DENY_EXTENSION: {"signed_on_paper": "李镇长", "note": "材料已齐，抓紧办"},
    Act.TELL_EXTENSION: {"way": ContactWay.PHONE, "note": "他说可以等"},
}
