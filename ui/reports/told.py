"""How a check, a correction, a closing and an export look in a list."""

from collections.abc import Iterator, Sequence

from app.month import Correction, ExportRow
from app.month.checks import STORY, TOTALS, Check
from app.month.locks import MonthVersion
from ui.kit.entries import Entry
from ui.kit.stepper import say_month
from ui.kit.style import Tone

ALL_OF_THEM = "更正"  # the sheet that has them


def check_entries(checks: Sequence[Check]) -> list[Entry]:
    """What is to be looked at; what is fine is said in a line."""
    open_, fine = ([one for one in checks if one.fine is is_fine] for is_fine in (False, True))
    entries = [_to_put_right(one) for one in open_]
    if TOTALS not in [one.what for one in open_]:
        entries.append(_good("合计与台账一致", "circle-check"))
    if others := [one.what for one in fine if one.what != TOTALS]:
        said = f"没有{'、'.join(others)}的"
        entries.append(
            _good(f"其余 {len(others)} 项没有问题" if open_ else "各项都好", "circle-check", said)
        )
    entries.append(_good("只留姓氏，不列电话、证件号码", "shield-check"))
    return entries


def _to_put_right(one: Check) -> Entry:
    """It leads to its cases, or to the words that were written of others."""
    leads = one.what if one.what == STORY else one.wanted
    return Entry(
        one.title,
        one.advice,
        tone=Tone.WARN,
        icon="triangle-alert",
        act=one.go if leads else "",
        key=leads,
    )


def _good(said: str, icon: str, note: str = "") -> Entry:
    return Entry(said, note, tone=Tone.GOOD, icon=icon)


def correction_entries(found: Sequence[Correction], most: int) -> list[Entry]:
    """The first of them; a case is gone to, a figure is only read."""
    entries = [_correction(one) for one in found[:most]]
    if len(found) > most:
        rest = f"还有 {len(found) - most} 处"
        entries.append(Entry(rest, "都列在工作簿的“更正”里", act="去看", key=ALL_OF_THEM))
    return entries


def _correction(one: Correction) -> Entry:
    who = f"，{one.by} {one.at:%m-%d}" if one.at else ""
    return Entry(
        one.subject,
        f"{one.month.month}月{one.column}报的是{one.was}，现在是{one.now}{who}",
        tone=Tone.WARN,
        icon="file-pen-line",
        act="去看" if one.is_of_case else "",
        key=one if one.is_of_case else None,
    )


def version_entries(versions: Sequence[MonthVersion]) -> list[Entry]:
    return [entry for one in versions for entry in _version(one)]


def _version(one: MonthVersion) -> Iterator[Entry]:
    """What was opened again stands over its closing: the newest first."""
    if one.unlocked_at is not None:
        yield Entry(
            f"第 {one.version} 版解封",
            f"{one.unlocked_by}、{one.unlocked_with}：{one.unlock_reason}",
            f"{one.unlocked_at:%m-%d}",
            tone=Tone.WARN,
            icon="undo-2",
        )
    yield Entry(
        f"第 {one.version} 版封账",
        f"{one.locked_by}，封账校验值 {one.checksum[:8]}…",
        f"{one.locked_at:%m-%d}",
        tone=Tone.GOOD if one.unlocked_at is None else Tone.PLAIN,
        icon="lock",
    )


def export_entry(one: ExportRow) -> Entry:
    """One of a closed month can be made again as it was."""
    cases = f"{one.cases} 件" if one.cases else "零报告"
    full = "，未遮盖" if one.full else ""
    version = f"，第 {one.version} 版" if one.version else ""
    return Entry(
        f"{say_month(one.month)}月报",
        f"{one.made_by}，{cases}{full}{version}，校验值 {one.checksum[:6]}…",
        f"{one.made_at:%m-%d}",
        tone=Tone.WARN if one.full else Tone.PLAIN,
        icon="triangle-alert" if one.full else "file-spreadsheet",
        act="再出一份" if one.lock_id else "",
        key=one if one.lock_id else None,
    )
