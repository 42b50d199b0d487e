"""What there is to know of a visit, caption by caption, and everything that was done with it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.visits.detail import Result, VisitDetail
from app.visits.in_words import place, way
from ui.kit.style import GAP
from ui.kit.text import Part, quiet, wrapped

LABEL = 84
Facts = list[tuple[str, str]]


def facts_of(visit: VisitDetail) -> QWidget:
    column, whole = _column()
    for name, text in (*_planned(visit), *_came_of(visit), *_asked(visit)):
        if text:
            row = QHBoxLayout()
            label = quiet(name)
            label.setFixedWidth(LABEL)
            row.addWidget(label)
            row.addWidget(wrapped(text), 1)
            column.addLayout(row)
    return whole


def history_of(visit: VisitDetail) -> QWidget:
    column, whole = _column()
    column.addWidget(Part("经过"))
    for entry in visit.history:
        told = "，".join(filter(None, (entry.note, entry.reason)))
        column.addWidget(wrapped(f"{entry.at:%m-%d %H:%M}　{entry.by}　{entry.act.label}　{told}"))
    return whole


def _planned(visit: VisitDetail) -> Facts:
    number = "　".join(filter(None, (visit.number, "急" * visit.draft.urgent, visit.case_number)))
    found = [("编号", number), ("原因", visit.ended_reason)]
    if plan := visit.plan:
        crew = "、".join([*map(str, plan.crew), *(kit.name for kit in plan.kits)])
        found.append(("约定", f"{plan.in_words}　{way(plan.way_from, plan.way_minutes)}"))
        found.append(("谁去，带什么", crew))
    return found


def _came_of(visit: VisitDetail) -> Facts:
    result = visit.result
    if result is None:
        return []
    return [
        ("结果", "　".join(filter(None, (result.outcome.label, result.note)))),
        ("在那里", _there(result)),
        ("带走材料", "、".join(result.taken)),
        ("退还材料", "、".join(result.returned)),
        ("送达方式", result.delivery.label if result.delivery else ""),
        ("回访", _followed_up(result)),
    ]


def _asked(visit: VisitDetail) -> Facts:
    draft = visit.draft
    return [
        ("办什么", f"{draft.kind.label}　{draft.matter}"),
        ("到哪里", "　".join(filter(None, (place(draft), draft.directions)))),
        ("电话", visit.contact),
        ("方便时间", draft.suits),
        ("上门对象", visit.eligibility.rule),
        ("要带的", "、".join((*draft.papers, *draft.bring))),
        ("上一次", visit.previous),
    ]


def _there(result: Result) -> str:
    if result.arrived_at is None:
        return ""
    left = f"—{result.left_at:%H:%M}" if result.left_at else " 到达"
    return f"{result.arrived_at:%m-%d %H:%M}{left}"


def _followed_up(result: Result) -> str:
    if result.followed_up_at is None:
        return ""
    return (
        f"{result.follow_up_words}（{result.followed_up_by} {result.followed_up_at:%m-%d %H:%M}）"
    )


def _column() -> tuple[QVBoxLayout, QWidget]:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GAP)
    return column, whole
