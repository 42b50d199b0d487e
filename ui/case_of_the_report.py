"""Case C001 as a clerk types it: a husband asks for his wife, who cannot leave home."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ui.stage import Stage

PERSON, WIFE, PHONE = "盛建军", "刘秀珍", "10012345678"
INITIALS = "sjj"
HIS_NUMBER, HER_NUMBER = "330111196805020534", "330111197003113426"
MATTER = "居民身份证换领"
PROBLEM = "妻子车祸致残，又有失智症状，出不了门。身份证到期换不了，看病报销和领保障都受影响。"
DEMAND = "请派出所上门核验身份、采集人像和指纹。"
ANSWER = "本人不到场，拍不了照片。"
WORDS = (
    ("person.name", PERSON),
    ("person.phone", PHONE),
    ("person.id_number", HIS_NUMBER),
    ("person.village", "石门村"),
    ("other.name", WIFE),
    ("relation", "妻子"),
    ("other.id_number", HER_NUMBER),
    ("other.needs", "残疾"),
    ("other.needs", "重病"),
    ("matter", MATTER),
    ("problem", PROBLEM),
    ("demand", DEMAND),
    ("trips", "3"),
    ("tried_units", "派出所"),
    ("answer_given", ANSWER),
    ("nature", "2"),
    ("cause", "4"),
    ("grade", "2"),
    ("method", "4"),
    ("lead", "派出所"),
)
# Typed from a list, or as a tag: Enter chooses it.
CHOSEN = {"person.village", "relation", "other.needs", "matter", "tried_units", "lead"}
CHOSEN |= {"person.name", "other.name"}


def fill_in(stage: "Stage", words: tuple[tuple[str, str], ...]) -> None:
    """Field by field into the form that is being looked at."""
    from PySide6.QtCore import Qt

    from ui.intake.page import IntakePage

    page = stage.page
    assert isinstance(page, IntakePage)
    for name, text in words:
        _go_to(page.form.slots[name].editor, stage)
        stage.write(text)
        if name in CHOSEN:
            stage.press(Qt.Key.Key_Return)
    stage.rest(beats=40)


def _go_to(editor: Any, stage: "Stage") -> None:
    """As Tab does, which marks what stands there to be typed over."""
    from PySide6.QtCore import Qt

    from ui.kit.keys import go_to

    go_to(getattr(editor, "line", editor), Qt.FocusReason.TabFocusReason)
    stage.rest()
