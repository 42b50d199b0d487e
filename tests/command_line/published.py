"""How the published cases went, as commands: what was done, when, and how each really ended.

The cases are those of the demonstration. What is told here besides comes from the reports: their
ends, how many days they took (`DAYS`), and what happened on the way (`ON_THE_WAY`); an end that no
report tells is the one of the demonstration. Where a report tells of meetings, conflicts of rules
or other routes, the words are ours.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from app.demo.town import Trouble

Said = dict[str, Any]


# Stand for a moment and for days; said when the step is made.
NOW, TODAY, IN_TIME = "@now", "@today", "@in time"


@dataclass(frozen=True)
class Step:
    """A command about the case: a move with what is said, or a paper to be issued."""

    days: int  # after the one before
    move: str
    said: Said = field(default_factory=dict)


# Days from the registration to the end, where the report tells.
DAYS = {
    **dict.fromkeys(("C009", "C101"), 1),
    "C078": 2,
    "C028": 3,
    "C037": 3,
    "C095": 5,
    "C034": 20,
    "C076": 120,
    "C043": 180,
    "C056": 232,
}
UNTOLD = 3
# Where an end is another than the demonstration has it: the report leaves it open, or tells so.
WITHDRAWN = {"C053": "全村都已经改了姓，不再要求恢复。"}
REFUSED = {
    "C059": {
        "scope_reason": "要件不符",
        "reason": "没有父亲的死亡证明，继承登记的要件不齐。",
        "document": "《不动产登记暂行条例》",
        "article": "第十六条",
        "tried": ["和自然资源所核对缺哪几样", "问过派出所能不能查到销户记录"],
        "other_ways": ["先由村里开具死亡证明，齐了再来登记"],
        "channel": "村委会",
    },
}
CANNOT = {
    "C110": {
        "reason": "有几年按最低基数缴费，养老金没有算错。",
        "document": "《中华人民共和国社会保险法》",
        "article": "第十五条",
        "tried": ["拿核算表和缴费记录一项项核对"],
        "other_ways": ["对缴费基数有疑问的，可以申请查档复核"],
        "department": "社保窗口",
        "made_on": TODAY,
        "remedy": "没有复议和诉讼",
    },
}
REDIRECTED = {
    "C061": "原农场的主管部门",
    "C092": "县民政局婚姻登记处",
    "C093": "高新区行政审批局",
}
PARTLY = ("C026", "C046", "C048", "C049")


def meeting(place: str, present: list[str], *decided: tuple[str, str], **more: Any) -> Step:
    decisions = [{"what": what, "owner": unit, "due_on": IN_TIME} for what, unit in decided]
    said = {
        "held_at": NOW,
        "place": place,
        "chair": "李主任",
        "present": present,
        "decisions": decisions,
    }
    return Step(0, "meet", {**said, **more})


def conflict(*sides: tuple[str, str, str, str]) -> Step:
    named = ("unit", "wants", "gives", "basis")
    rows = [dict(zip(named, side, strict=True)) for side in sides]
    return Step(0, "conflict", {"step": "found", "sides": rows})


def resolved(outcome: str, how: str, by: str) -> Step:
    said = {"outcome": outcome, "resolution": how, "resolved_by": by}
    return Step(0, "conflict", {"step": "resolved", **said})


def waited(days: int, reason: str, note: str) -> tuple[Step, Step]:
    return Step(0, "pause", {"reason": reason, "note": note}), Step(days, "resume")


def route(tried: str, blocked_by: str, worked: str) -> Step:
    return Step(0, "route", {"tried": tried, "blocked_by": blocked_by, "worked": worked})


def survey(place: str, *findings: str) -> Step:
    said = {"surveyed_at": NOW, "place": place, "present": ["驻村干部"], "findings": list(findings)}
    return Step(0, "survey", said)


def extended(days: int, why: str) -> tuple[Step, ...]:
    asked = {"days": days, "reason": why}
    told = {"way": "phone", "note": "知道了，理解。"}
    granted = {"signed_on_paper": "周镇长"}
    return (
        Step(0, "ask_extension", asked),
        Step(0, "grant_extension", granted),
        Step(0, "paper extension"),
        Step(0, "attach"),  # what was signed on paper
        Step(0, "tell_extension", told),
    )


def households(*people: str) -> Step:
    rows = [
        {"name": one, "house": f"{at}号床", "state": "done"} for at, one in enumerate(people, 1)
    ]
    return Step(0, "household", {"households": rows})


def returned(unit: str, why: str, basis: str) -> Step:
    return Step(1, "return", {"share": unit, "note": why, "basis": basis})


def given_to(lead: str) -> Step:
    return Step(0, "assign", {"lead": lead, "note": "请认领。"})


PAPERS = [{"name": "出租方产权证明", "instead": "租赁合同加市场的证明"}]
ON_THE_WAY: Mapping[str, tuple[Step, ...]] = {
    "C005": (households("老人甲", "老人乙", "老人丙"),),
    "C006": (*waited(4, "party", "唯一的公路塌方，等能走人。"), survey("山里", "四位老人采集完")),
    "C012": (households("宋奶奶", "邻乡老人"),),
    "C014": (households("低保户甲", "低保户乙"), survey("各村", "信息采集完")),
    "C025": (meeting("值班室", ["自然资源所"], ("当天办", "自然资源所")),),
    "C026": (
        meeting(
            "会议室",
            ["不动产窗口"],
            ("开发商分批补资料", "不动产窗口"),
            absent=["住建所"],
        ),
    ),
    "C028": (
        meeting(
            "中心三楼",
            ["公积金窗口", "住建所", "不动产窗口", "银行"],
            ("出具房屋变更说明", "住建所"),
            ("当日后台预审", "公积金窗口"),
        ),
        Step(1, "decided_done", {"decision": 1, "note": "说明已经出了。"}),
    ),
    "C029": (survey("石桥村", "村委会、邻居和接生的老人都说得上来"),),
    "C034": (
        Step(
            3,
            "remind",
            {
                "share": "不动产窗口",
                "how": "打电话",
                "answer": "正在核对底册。",
                "answer_by": IN_TIME,
            },
        ),
    ),
    "C035": (
        conflict(
            ("民政办", "先注销多余的户口", "补办结婚证", "婚姻登记条例"),
            ("派出所", "先说清哪一个户口有效", "注销户口", "户口登记条例"),
        ),
        resolved("other", "先注销无效户口，再补办结婚证。", "窗口负责人"),
    ),
    "C043": (*extended(10, "要等外省社保机构复函。"), *waited(120, "superior", "已经请示上级。")),
    "C044": (meeting("线上", ["医保窗口", "税务分局"], ("网传参保证明", "医保窗口")),),
    "C056": (
        conflict(
            ("银行", "先有继承公证书", "取款", "储蓄管理条例"),
            ("司法所", "先有亲属关系证明", "公证书", "公证程序规则"),
        ),
        *waited(200, "party", "亲属关系证明开不出来。"),
        resolved("other", "派出所查底册，公证处采信。", "督查平台"),
    ),
    "C075": (
        *(meeting("政务办", ["住建所", "中心学校"], ("解读文件", "住建所")) for _ in range(3)),
        conflict(
            ("住建所", "先有办学许可", "消防手续", "消防设计审查规定"),
            ("中心学校", "先有消防手续", "办学许可", "民办教育促进法"),
        ),
        resolved("other", "按房屋实际用途认定，几家联动。", "政务办"),
    ),
    "C076": (
        conflict(
            ("住建所", "施工许可", "竣工备案", "限额以下不用办"),
            ("不动产窗口", "竣工备案", "不动产证", "不动产登记细则"),
        ),
        Step(1, "escalate", {"note": "本级没有办法。", "raised_to": "市住建局"}),
        *waited(110, "superior", "等市里的新口径。"),
        Step(
            0,
            "exempt",
            {
                "difficulty": "没有现成的规定",
                "decision": "按市里新规办",
                "decided_by": "专题会",
                "decided_on": TODAY,
                "basis": ["市住建办证新规"],
                "shares": [{"unit": "住建所", "duty": "备案"}],
            },
        ),
        resolved("permit_first", "市里出了新规，按新规办证。", "市住建局"),
    ),
    "C078": (route("按“快递员”报", "目录里没有这个岗位", "按“配送员”报"),),
    "C079": (*waited(15, "superior", "已经书面向省局申请。"),),
    "C081": (Step(0, "tell_missing", {"papers": PAPERS}),),
    "C082": (route("直接办执照", "前租户没有注销，地址占着", "联系前租户做简易注销"),),
    "C101": (
        Step(
            0,
            "supervise",
            {
                "grounds": ["多次推托"],
                "demands": ["理清流程"],
                "approved_by": "周镇长",
                "answer_by": IN_TIME,
            },
        ),
    ),
    "C107": (survey("荒地", "垃圾堆了一片", "要机械清运"),),
    "C108": (
        returned("综合执法队", "不是我们修的", "职责规定第三条"),
        given_to("住建所"),
        returned("住建所", "不归我们养护", "养护分工第二条"),
        given_to("综合执法队"),
        Step(
            0,
            "supervise",
            {
                "share": "综合执法队",
                "grounds": ["推诿、反复退单"],
                "demands": ["三天内认领"],
                "approved_by": "周镇长",
                "answer_by": IN_TIME,
            },
        ),
    ),
}


def steps(case_id: str, trouble: Trouble) -> Iterator[Step]:
    """Every command after the registration, to the end."""
    if case_id in WITHDRAWN:
        yield Step(1, "withdraw", {"note": WITHDRAWN[case_id]})
    elif case_id in REFUSED:
        yield Step(0, "ask_no", REFUSED[case_id])
        yield Step(1, "grant_no", {"signed_on_paper": "周镇长"})
        yield Step(0, "paper out_of_scope")
        yield Step(0, "inform", {"way": "in_person", "note": "知道要先去村里开证明。"})
    elif case_id in CANNOT:
        yield from _cannot(case_id)
    elif trouble.method == "spot":
        in_person = {"way": "in_person", "told": "当面讲清楚了。"}
        yield Step(0, "spot", {**_result(case_id, trouble), **in_person})
        yield from _after()
    else:
        yield from _handled(case_id, trouble)


def _cannot(case_id: str) -> Iterator[Step]:
    yield Step(0, "take_up")
    yield Step(0, "ask_no", CANNOT[case_id])
    yield Step(0, "grant_no", {"signed_on_paper": "周镇长"})
    yield Step(0, "paper cannot")
    yield Step(0, "inform", {"way": "in_person", "note": "听明白了，接受。"})
    yield Step(2, "follow_up", {"way": "phone", "note": "没有别的事。"})
    yield Step(0, "attach")  # what was signed on paper
    yield Step(0, "archive")


def _handled(case_id: str, trouble: Trouble) -> Iterator[Step]:
    days, on_the_way = DAYS.get(case_id, UNTOLD), ON_THE_WAY.get(case_id, ())
    helpers = [{"unit": one} for one in trouble.helpers]
    yield Step(0, "sort")
    yield Step(0, "assign", {"lead": trouble.lead, "helpers": helpers, "note": "先联系当事人。"})
    done = {"note": trouble.result}
    signs = [Step(0, "sign", {"share": trouble.lead, "signed_by": "陈浩"})]
    returns = [at for at, one in enumerate(on_the_way) if one.move == "assign"]
    before, after = on_the_way[: returns[-1] + 1] if returns else (), on_the_way
    yield from before
    yield from signs
    yield Step(0, "contact", {"share": trouble.lead, "note": "打了电话，约好怎么办。"})
    yield from after[len(before) :]
    took = sum(one.days for one in on_the_way)
    yield Step(max(days - took, 0), "reply", {"share": trouble.lead, **done})
    yield Step(0, "accept", {"share": trouble.lead, "whole": "yes", "basis_cited": "yes"})
    yield Step(0, "conclude", _result(case_id, trouble))
    yield Step(0, "inform", {"way": "phone", "note": "知道了。"})
    yield from _after()


def _after() -> Iterator[Step]:
    yield Step(2, "rate", {"stars": "5", "note": "满意。"})
    yield Step(0, "follow_up", {"way": "phone", "note": "都办好了。"})
    yield Step(1, "archive")


def end(case_id: str, trouble: Trouble) -> tuple[str, str | None]:
    """Status and ending that it comes to."""
    if case_id in WITHDRAWN:
        return "withdrawn", None
    return ("refused", None) if case_id in REFUSED else ("archived", ending(case_id, trouble))


def ending(case_id: str, trouble: Trouble) -> str:
    if case_id in PARTLY:
        return "partly"
    return "redirected" if case_id in REDIRECTED else trouble.ending.value


def _result(case_id: str, trouble: Trouble) -> Said:
    said = {"ending": ending(case_id, trouble), "note": trouble.result, "trips_after": 0}
    to = REDIRECTED.get(case_id)
    return {**said, "asked": True, **({"redirected_to": to} if to else {})}


def filled(said: Any, at: datetime) -> Any:
    """With the moment and the days that are meant."""
    if isinstance(said, dict):
        return {name: filled(value, at) for name, value in said.items()}
    if isinstance(said, list):
        return [filled(one, at) for one in said]
    meant = {
        NOW: at.isoformat(),
        TODAY: at.date().isoformat(),
        IN_TIME: (at + timedelta(days=3)).date().isoformat(),
    }
    return meant.get(said, said) if isinstance(said, str) else said


def days_later(moment: datetime, days: int) -> datetime:
    """A little later the same day, or some days on, at nine."""
    if not days:
        return moment + timedelta(minutes=3)
    return (moment + timedelta(days=days)).replace(hour=9, minute=0)
