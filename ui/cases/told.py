"""What the citizen told and asked for, as headed paragraphs."""

from collections.abc import Iterator

from PySide6.QtWidgets import QLabel

from app.case_detail import CaseDetail
from ui.kit.card import heading
from ui.kit.text import wrapped

_ASKS = (
    ("ask_business", "还要办理什么业务"),
    ("ask_need", "还有什么需求"),
    ("ask_trouble", "还有什么问题与困难"),
)


def told(detail: CaseDetail) -> Iterator[QLabel]:
    """Only what was written down; the result first, for it is what people look for."""
    draft = detail.draft
    asks = [f"{name}：{answer}" for field, name in _ASKS if (answer := getattr(draft, field))]
    for name, text in (
        ("办理结果", detail.result),
        ("问题", draft.problem),
        ("诉求", draft.demand),
        ("到过哪里", "、".join(draft.tried_units)),
        ("对方答复", draft.answer_given),
        ("三问", "\n".join(asks)),
        ("收到材料", "\n".join(str(one) for one in draft.materials)),
    ):
        if text:
            yield heading(name)
            yield wrapped(text)
