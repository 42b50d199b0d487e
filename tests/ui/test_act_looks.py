from app.resources import resource
from models.choices import Act
from ui.cases.act_looks import LOOKS


def test_every_act_has_a_look_in_the_history_and_a_heading_to_be_offered_under():
    assert set(LOOKS) == set(Act)
    assert all(resource("icons", f"{look.icon}.svg").exists() for look in LOOKS.values())
