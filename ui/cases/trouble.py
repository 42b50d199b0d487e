"""What else the citizen said is hard: with one key it becomes a case of its own."""

from app.troubles import unmet
from ui.kit.banner import Banner
from ui.kit.button import Button
from ui.kit.desk import Desk
from ui.kit.errands import FromTrouble


class Trouble(Banner):
    """Nowhere to be seen while there is none, or once a case has come of it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk, self.case_id = desk, 0
        self.begin = Button("登记成新的一件", icon="plus", key="Shift+F2")
        self.begin.clicked.connect(
            lambda: desk.errands.intake_wanted.emit(FromTrouble(self.case_id))
        )
        self.hide()

    def show_case(self, case_id: int) -> None:
        self.case_id = case_id
        said = unmet(case_id)
        if said:
            self.say("lightbulb", "他还有别的困难", " ".join(said.split()), self.begin)
        self.setVisible(bool(said))
