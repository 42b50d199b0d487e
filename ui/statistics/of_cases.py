"""The charts of what came and went: by month, by cause, by nature and grade."""

from collections.abc import Sequence

from app.month.measures import Share
from app.month.period import in_words
from app.statistics.meanings import meaning_of
from app.statistics.records import Month, Named, Statistics
from ui.kit.bars import Key, Look
from ui.kit.drawing import Drawing
from ui.kit.lying_bars import LyingBar, LyingBars
from ui.kit.standing_bars import Group, StandingBars
from ui.kit.style import Tone
from ui.statistics.bars import piece, shortened
from ui.statistics.shown import Line, Shown, Table

YEAR = 12
CAME, WENT = Key("受理"), Key("办结", Look.STRIPED, Tone.GOOD)
YEAR_BEFORE = Key("去年同月受理", Look.LINE)
NATURE, GRADE = Key("性质"), Key("难度", Look.STRIPED, Tone.VISIT)


def months(seen: Statistics) -> Shown:
    known = any(one.year_before is not None for one in seen.months)
    before = seen.months[0].first < seen.span.first.replace(day=1)
    drawing = Drawing(
        "受理和办结",
        f"{seen.received} 件受理，{seen.concluded} 件办结",
        "",
        StandingBars([_group(one, long=len(seen.months) > YEAR) for one in seen.months]),
        (CAME, WENT, YEAR_BEFORE) if known else (CAME, WENT),
        "所选时间以外的月份也画出来，作对照" if before else "",
    )
    lines = [
        Line(
            (
                f"{one.first:%Y-%m}",
                str(one.received.number),
                str(one.concluded.number),
                "" if one.year_before is None else str(one.year_before),
            ),
            one.received,
            one.concluded,
        )
        for one in seen.months
    ]
    heads = ("月份", CAME.name, WENT.name, YEAR_BEFORE.name)
    meaning = meaning_of("受理（件）", "办结（件）")
    return Shown(drawing, Table(heads, tuple(lines), meaning, "回车看受理的", "看办结的"))


def _group(one: Month, *, long: bool) -> Group:
    """Over more than a year January says which one begins."""
    name = f"{one.first.year}年" if long and one.first.month == 1 else f"{one.first.month}月"
    month = in_words(one.first)
    pieces = tuple(
        piece(f"{month}{key.name}", tally, key)
        for key, tally in ((CAME, one.received), (WENT, one.concluded))
    )
    return Group(name, pieces, one.year_before)


def causes(seen: Statistics) -> Shown:
    first = seen.causes[0]
    found = bool(first.received.number)
    drawing = Drawing(
        "成因",
        f"{first.received.number}/{seen.received}" if found else "0 件",
        f"最多的是“{first.name}”" if found else "没有受理的件",
        LyingBars(shortened(_bars(seen.causes, seen.received, CAME), "种成因")),
    )
    return Shown(drawing, _table("成因", seen.causes, seen.received))


def kinds(seen: Statistics) -> Shown:
    """Of what nature it is that is hard, and how hard it is."""
    most = max(seen.natures, key=lambda one: one.received.number)
    found = bool(most.received.number)
    bars = [
        *_bars(seen.natures, seen.received, NATURE),
        *_bars(seen.grades, seen.received, GRADE),
    ]
    drawing = Drawing(
        "性质和难度",
        f"{most.received.number}/{seen.received}" if found else "0 件",
        f"最多的是“{most.name}”" if found else "没有受理的件",
        LyingBars(bars),
        (NATURE, GRADE),
    )
    return Shown(drawing, _table("性质和难度", (*seen.natures, *seen.grades), seen.received))


def _bars(named: Sequence[Named], whole: int, key: Key) -> list[LyingBar]:
    return [
        LyingBar(
            one.name,
            (piece(one.name, one.received, key),),
            str(one.received.number),
            Share(one.received.number, whole).percent,
        )
        for one in named
    ]


def _table(head: str, named: Sequence[Named], whole: int) -> Table:
    lines = [
        Line(
            (
                one.name,
                str(one.received.number),
                str(whole),
                Share(one.received.number, whole).percent,
            ),
            one.received,
        )
        for one in named
    ]
    return Table((head, "受理", "受理总数", "占比"), tuple(lines), meaning_of("受理（件）"))
