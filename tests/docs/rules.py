"""The parts of docs/rules.md that the program itself can tell; `python -m tests.docs.rules` puts
them in their places anew."""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from app.appraisal.meanings import MEANING, least_in_words
from app.deadlines.time_rules import BOUNDS, LABELS, RulesDraft
from app.month.breakdowns import MEANINGS
from app.month.definitions import DEFINITIONS
from app.moves import MOVES, Move
from app.papers.issues import SERIES
from models.choices import Act, Merit, PaperKind
from models.migrations.m0007_closings import REMEDIES, SCOPE_REASONS
from models.migrations.m0016_appraisal import EACH

DOCUMENT = Path(__file__).parents[2] / "docs" / "rules.md"
HAND = "按难度"  # where a nature has no days of its own


def moves() -> str:
    rows = [
        (one.start.label, f"{one.name} `{one.act}`", one.to.label, _who(one), _needs(one))
        for one in MOVES
    ]
    return _table(("从", "环节", "到", "谁", "要填（*必填）"), rows)


def times() -> str:
    usual = RulesDraft()
    rows = [
        (LABELS[name], HAND if (days := getattr(usual, name)) is None else days, least, most)
        for name, (least, most) in BOUNDS.items()
    ]
    return _table(("规则", "起始值", "最小", "最大"), rows)


def scope() -> str:
    rows = [
        (name, channels.replace("\n", "、"), words, source)
        for name, channels, words, source in SCOPE_REASONS
    ]
    return _table(("事由", "该找哪里", "怎么解释", "出处"), rows)


def remedies() -> str:
    return _table(("名称", "告知文字", "出处"), [row[1:] for row in REMEDIES])


def papers() -> str:
    return _table(("文书", "编号开头"), [(one.label, SERIES[one]) for one in PaperKind])


def measures() -> str:
    return _table(("数字", "怎么算"), [(one.name, one.meaning) for one in DEFINITIONS])


def groups() -> str:
    return _table(("分类", "怎么分"), MEANINGS.items())


def appraisal() -> str:
    rows = [
        (
            name,
            f"{'＋' if Merit.of(code).plus else '－'}{points}",
            least_in_words(Merit.of(code), least),
            most or "不限",
            MEANING[Merit.of(code)],
            _APPRAISED_BY[Merit.of(code)],
        )
        for code, name, points, least, most in EACH
    ]
    return _table(("名称", "每次", "起计", "一季度最多", "什么时候记", "出处"), rows)


def acts() -> str:
    """Of the history, those that no row of the table makes."""
    others = [one for one in Act if one not in {move.act for move in MOVES}]
    return "、".join(f"{one.label} `{one}`" for one in others)


# What is published says that these are scored, and of two how high; the other figures are ours.
_APPRAISED_BY: Mapping[Merit, str] = {
    Merit.PASSED: "域 §10（安徽：推诿→效能问责；新华社：推诿扣分）；分值推断",
    Merit.GROUNDLESS: "域 §10（胶州：盲目退单问责）、§5.4；分值推断",
    Merit.OVERDUE: "域 §10（通行办法：超时每件扣 5 分）；上限推断",
    Merit.SUPERVISED: "域 §3（逾期、不满意、重办后仍不满意的发督办单）；分值推断",
    Merit.REMINDED: "域 §3（一次催办后超过 5 个工作日的书面通报，所以从第二次起）；分值推断",
    Merit.SENT_BACK: "域 §10（普兰店：业务不熟计入考核）；分值推断",
    Merit.BAD_RATING: "域 §8.1（误评申诉复核）、§10；分值推断",
    Merit.TOOK_LEAD: "域 §10（新华社：揽活加分）；分值推断",
    Merit.VISITED: "域 §6、§10（加分项）；分值推断",
    Merit.COORDINATED: "域 §7（海宁：经协调破难 139 件）；分值推断",
    Merit.EARLY: "域 §10（上虞：另加最多 5 分，这里作上限）；分值推断",
}
SECTIONS: Mapping[str, Callable[[], str]] = {
    "moves": moves,
    "acts": acts,
    "times": times,
    "scope": scope,
    "remedies": remedies,
    "papers": papers,
    "measures": measures,
    "groups": groups,
    "appraisal": appraisal,
}


def written_anew(text: str) -> str:
    """The document with every part as the program tells it now."""
    for name, tell in SECTIONS.items():
        place = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
        made = f"\n{tell()}\n\n"
        text = place.sub(lambda found, made=made: found[1] + made + found[2], text)
    return text


def _who(move: Move) -> str:
    return "另一人批准" if move.is_signed else "按权限"


def _needs(move: Move) -> str:
    return "、".join(f"{one.label}{'*' * bool(one.needed)}" for one in move.asks) or "—"


def _table(heads: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    lines = [tuple(heads), *rows]
    told = ["| " + " | ".join(str(cell) for cell in line) + " |" for line in lines]
    ruled = [told[0], "|" + "---|" * len(tuple(lines[0])), *told[1:]]
    return "\n".join(ruled)


if __name__ == "__main__":
    DOCUMENT.write_text(written_anew(DOCUMENT.read_text("utf-8")), "utf-8")
