"""When each event counts, in words: beside the rules, under the paper's table, in the workbook."""

from collections.abc import Mapping

from models.choices import Merit

MEANING: Mapping[Merit, str] = {
    Merit.PASSED: "退单以后又要交回同一单位办，或者因推诿、反复退单被督办",
    Merit.GROUNDLESS: "退单没有写依据，或者由另一个人认定没有依据",
    Merit.OVERDUE: "答复期限过后的第一个工作日还没有答复，记在那一天；暂停的不算",
    Merit.SUPERVISED: "窗口发了督办单（因推诿督办的按推诿记，不重复）",
    Merit.REMINDED: "窗口催办一次，记一次",
    Merit.SENT_BACK: "答复不合格，窗口退回重办",
    Merit.BAD_RATING: "差评经申诉不成立，或者已经整改；记在牵头单位，没有核实的不记",
    Merit.TOOK_LEAD: "牵头办不归自己主管的事项，或者接下别的单位退回的件，答复采用后记",
    Merit.VISITED: "为办件派人上门，办成或部分办成；一次上门一个单位记一次",
    Merit.COORDINATED: "协调会议定由它办的事项按期办完",
    Merit.EARLY: "答复采用，而且比答复期限早够天数",
}
NOTE = (
    "分由下面一件件事情相加，不按满意度排名次；单位按名录的次序列出，不是名次。"
    "有异议的可以申诉，由另一个人定；排除的分划去并写明原因，仍然留着。"
    "容错免责备案的件，共担单位不扣分。"
)


def least_in_words(event: Merit, least: int) -> str:
    """What the lower bound of a rule means for that event."""
    if event is Merit.EARLY:
        return f"早 {least} 个工作日以上"
    return f"从第 {least} 次起" if least > 1 else "每次都计"
