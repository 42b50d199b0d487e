"""What one version of the appraisal's rules has that another had not, in words."""

from collections.abc import Iterator

from app.appraisal.rules import Rule, RulesDraft


def what_changed(before: RulesDraft, after: RulesDraft) -> list[str]:
    """“超期 5→3 分”, rule by rule; whatever is as it was is left out."""
    found = []
    if before.least_cases != after.least_cases:
        found.append(f"不到几件不评分 {before.least_cases}→{after.least_cases}")
    for was, now in zip(before.rules, after.rules, strict=True):
        told = list(_of_rule(was, now))
        if told:
            found.append(f"{now.name} {'，'.join(told)}")
    return found


def _of_rule(was: Rule, now: Rule) -> Iterator[str]:
    if was.name != now.name:
        yield f"原来叫{was.name}"
    if was.active != now.active:
        yield "启用" if now.active else "停用"
    if was.points != now.points:
        yield f"{was.points}→{now.points} 分"
    if was.least != now.least:
        yield f"起计 {was.least}→{now.least}"
    if was.most != now.most:
        yield f"最多 {was.most or '不限'}→{now.most or '不限'}"
