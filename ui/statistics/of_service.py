"""The charts of how people were served: in time, with fewer trips, content, at home."""

from collections.abc import Sequence

from app.month.measures import Share
from app.records.ratings import BAD
from app.statistics.meanings import meaning_of
from app.statistics.records import InTime, Statistics, Trips
from app.statistics.story import share
from models.choices import VisitOutcome
from ui.kit.bars import Key, Look, Piece
from ui.kit.drawing import Drawing
from ui.kit.lying_bars import LyingBar, LyingBars
from ui.kit.style import Tone
from ui.statistics.bars import CASES, VISITS, piece, shortened
from ui.statistics.shown import Line, Shown, Table

KEPT, LATE = Key("按时办结"), Key("没有按时", Look.STRIPED, Tone.WARN)
CONTENT = Key("满意", Look.SOLID, Tone.GOOD)
NOT_CONTENT = Key("不满意", Look.STRIPED, Tone.WARN)
UNRATED = Key("没有评价", Look.HOLLOW, Tone.PLAIN)
DONE, NOT_DONE = Key("办成", Look.SOLID, Tone.VISIT), Key("其他结果", Look.STRIPED, Tone.VISIT)


def units(seen: Statistics) -> Shown:
    drawing = Drawing(
        "单位按时办结",
        _told(seen.due),
        "到期的件里按时办结的" if seen.due.whole else "没有到期的件",
        LyingBars(shortened([_unit(one) for one in seen.units], "个单位")),
        (KEPT, LATE),
        "按到期件数排，不是排名",
    )
    lines = tuple(
        Line(
            (
                one.unit,
                str(one.share.part),
                str(one.late.number),
                str(one.share.whole),
                one.share.percent,
            ),
            one.kept,
            one.late,
        )
        for one in seen.units
    )
    heads = ("单位", KEPT.name, LATE.name, "到期", "按时办结率")
    meaning = meaning_of("按时办结率")
    return Shown(drawing, Table(heads, lines, meaning, "回车看按时的", "看没有按时的"))


def _unit(one: InTime) -> LyingBar:
    pieces = tuple(
        piece(f"{one.unit}{key.name}", tally, key)
        for key, tally in ((KEPT, one.kept), (LATE, one.late))
    )
    return LyingBar(one.unit, pieces, f"{one.share.part}/{one.share.whole}", one.share.percent)


def trips(seen: Statistics) -> Shown:
    one = seen.trips
    told = one.told.number
    sides = (
        ("受理前", one.before, Look.STRIPED, Tone.WARN),
        ("受理后", one.after, Look.SOLID, Tone.GOOD),
    )
    bars = [
        LyingBar(
            name,
            (Piece(times, f"{name}跑动 {times} 次，{told} 件", look, tone, one.told, CASES),),
            f"{times} 次",
            f"平均 {times / told:.1f} 次",
        )
        for name, times, look, tone in sides
        if told
    ]
    drawing = Drawing(
        "跑动",
        _saved(one),
        f"{told} 件记了受理后跑动的，合计" if told else "办结时记下受理后又跑了几次",
        LyingBars(bars),
        note=f"没有记受理后跑动的 {one.untold.number} 件，不计在内",
        tone=Tone.GOOD if one.saved > 0 else Tone.PLAIN,
    )
    lines = (
        Line(("受理前跑动（次）", str(one.before), str(told)), one.told),
        Line(("受理后跑动（次）", str(one.after), str(told)), one.told),
        Line(("没有记受理后跑动", "", str(one.untold.number)), one.untold),
    )
    meaning = meaning_of("受理前跑动（次）", "受理后跑动（次）")
    return Shown(drawing, Table(("跑动", "次数", "件数"), lines, meaning))


def _told(one: Share) -> str:
    return share(one) if one.whole else "—"


def _saved(one: Trips) -> str:
    if not one.told.number:
        return "还没有记"
    return f"少跑 {one.saved} 次" if one.saved >= 0 else f"多跑 {-one.saved} 次"


def opinions(seen: Statistics) -> Shown:
    one = seen.opinions
    every = [
        *((each, tally, NOT_CONTENT if each in BAD else CONTENT) for each, tally in one.stars),
        (None, one.unrated, UNRATED),
    ]
    bars = [
        LyingBar(name, (piece(name, tally, key),), str(tally.number))
        for each, tally, key in every
        for name in [each.label if each else UNRATED.name]
    ]
    drawing = Drawing(
        "满意度",
        _told(one.share),
        f"满意；另有 {one.unrated.number} 件没有评价"
        if one.share.whole
        else f"{one.unrated.number} 件办结，都没有评价",
        LyingBars(bars),
        (CONTENT, NOT_CONTENT, UNRATED),
        "没有评价的不算满意，也不算不满意",
    )
    lines = _lines(bars)
    return Shown(drawing, Table(("评价", "次数"), lines, meaning_of("满意率", "未评价（件）")))


def visits(seen: Statistics) -> Shown:
    one = seen.visits
    bars = [
        LyingBar(outcome.label, (piece(outcome.label, tally, key),), str(tally.number))
        for outcome, tally in one.outcomes
        for key in [DONE if outcome is VisitOutcome.DONE else NOT_DONE]
    ]
    gone = [bar for bar in bars if bar.pieces[0].value]
    drawing = Drawing(
        "上门",
        _told(one.share),
        f"办成；服务 {one.people} 人，出门 {one.trips} 趟" if gone else "没有上门",
        LyingBars(gone),
        (DONE, NOT_DONE) if gone else (),
    )
    meaning = meaning_of("上门（次）", "上门办成率")
    return Shown(drawing, Table(("结果", "次数"), _lines(bars), meaning, VISITS))


def _lines(bars: Sequence[LyingBar]) -> tuple[Line, ...]:
    return tuple(Line((one.name, one.number), one.pieces[0].opens) for one in bars)
