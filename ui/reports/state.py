"""What is said of a month in one sentence: not sent, closed, exported, changed since, or empty."""

from app.month.locks import MonthVersion
from app.month.vouching import is_same
from ui.kit.style import Tone
from ui.reports.reading import MonthSeen
from ui.reports.told_mail import TONES

DAMAGED = "封账留存的数据已损坏，这是现在算的；请从备份恢复，没有备份的解封后重新封账"
State = tuple[str, Tone, str]  # the sentence, its tone, its icon


def state_of(seen: MonthSeen) -> State:
    """What is damaged or did not go before all else, then closed or opened again, then what became
    of the last export."""
    if seen.damaged:
        return DAMAGED, Tone.DANGER, "circle-alert"
    if (mail := seen.left_behind) is not None:
        said = f"{mail.made_at:%m-%d} 的邮件{mail.stands.label}，请在“更多—发件箱”里再看"
        return said, TONES[mail.stands], "mail"
    if (closed := seen.closed) is not None:
        said = f"{closed.locked_at:%m-%d} 已封账（第 {closed.version} 版）"
        return f"{said}，以后的改动列入下一份月报的“更正”", Tone.GOOD, "lock"
    if seen.versions:
        return _opened(seen.versions[0])
    if seen.exported is None:
        return _to_be_seen(seen), Tone.WARN, "triangle-alert"
    if is_same(seen.exported.checksum, seen.report):
        said = f"{seen.exported.made_at:%m-%d} 已导出，之后没有改动"
        return said, Tone.GOOD, "circle-check"
    said = f"{seen.exported.made_at:%m-%d} 已导出，之后数字或台账有改动"
    return said, Tone.WARN, "triangle-alert"


def _to_be_seen(seen: MonthSeen) -> str:
    left, corrections = sum(not one.fine for one in seen.checks), len(seen.report.corrections)
    said = [f"导出前有 {left} 项要看"] if left else []
    said += [f"有 {corrections} 处更正"] if corrections else []
    return "，".join(said)


def _opened(last: MonthVersion) -> State:
    said = f"{last.unlocked_at:%m-%d} 已解封（封过 {last.version} 版），改完请重新封账"
    return said, Tone.WARN, "undo-2"


def nothing(seen: MonthSeen) -> tuple[str, str]:
    """What is said instead of empty sheets."""
    report = seen.report
    done = [
        f"{word} {report.figure(name).now.part} {unit}"
        for word, name, unit in (("接待", "接待（人次）", "人次"), ("办结", "办结（件）", "件"))
        if report.figure(name).now.part
    ]
    month = f"{report.first.month} 月"
    title = f"{month}还没有反映件" if not report.over else f"{month}没有反映件"
    kind = f"{'，'.join(done)}。" if done else "也没有人来问。"
    return title, f"{kind}照样按 F9 导出，报出的是零报告。"
