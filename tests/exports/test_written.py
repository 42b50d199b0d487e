"""Whatever can be built can be written."""

from app.papers.kinds import SHEETS
from exports.written import WRITERS
from models.choices import PaperKind
from tests.exports.all_papers import KINDS


def test_every_paper_that_can_be_filled_in_has_its_writer():
    assert set(WRITERS) >= set(SHEETS)


def test_every_paper_is_written_by_its_own():
    kinds = {kind: KINDS[kind].write for kind in WRITERS if kind in KINDS}
    assert {kind: WRITERS[kind] for kind in kinds} == kinds
    its_own_samples = {PaperKind.RECEIPT, PaperKind.REGISTER}  # with tests of their own
    assert set(PaperKind) <= set(kinds) | its_own_samples
