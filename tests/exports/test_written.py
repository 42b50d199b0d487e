"""Whatever can be built can be written."""

from app.paper_sheets import SHEETS
from exports.written import WRITERS


def test_every_paper_that_can_be_filled_in_has_its_writer():
    assert set(WRITERS) >= set(SHEETS)
