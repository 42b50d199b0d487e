"""What each notice to a citizen says."""

import re
from dataclasses import replace

import pypdfium2
import pytest

from exports.cannot_pdf import write_cannot
from exports.completion_pdf import write_completion
from exports.extension_pdf import write_extension
from exports.kit.fonts import BOLD
from exports.missing_pdf import write_missing
from exports.out_of_scope_pdf import write_out_of_scope
from exports.ratings import LEVELS, SIDES
from tests.exports import sample_notices as notices
from tests.exports.all_papers import REMEDIES
from tests.exports.reading import chars_of, page_count, words_of


@pytest.fixture
def path(tmp_path):
    return tmp_path / "告知书.pdf"


def pages_of(path):
    with pypdfium2.PdfDocument(path) as pdf:
        return ["".join(page.get_textpage().get_text_bounded().split()) for page in pdf]


def bold_of(path):
    return "".join(char["text"] for char in chars_of(path) if char["fontname"].endswith(BOLD))


def test_all_that_is_missing_is_told_at_once(path):
    write_missing(notices.MISSING, path)
    words = words_of(path)
    assert "现将需要补齐的全部内容一次告知" in words
    assert "请在2026年12月16日（星期三）前把材料交到窗口" in words
    write_missing(replace(notices.MISSING, hand_in_by=None, clock=""), path)
    assert "补齐以后把材料交到窗口" in words_of(path)


def test_out_of_scope_names_the_other_ways_and_says_it_is_no_decision(path):
    write_out_of_scope(replace(notices.OUT_OF_SCOPE, done_for_you=""), path)
    words = words_of(path)
    assert "不是对您的诉求本身作出的处理决定" in words
    assert "我们已经做的" not in words


@pytest.mark.parametrize("remedy", REMEDIES, ids=lambda one: one.kind)
def test_the_remedy_is_printed_as_the_record_has_it(remedy, path):
    write_cannot(replace(notices.CANNOT, remedy=remedy), path)
    assert remedy.text in words_of(path)
    for name in (remedy.authority, remedy.court):
        assert name in bold_of(path)
    for other in (one for one in REMEDIES if one is not remedy):
        assert other.text not in words_of(path)


def test_a_decision_on_paper_is_attached_and_goes_before_ours(path):
    write_cannot(notices.CANNOT, path)
    words = words_of(path)
    assert "附件：《不予登记告知书》（临自然资不登〔2026〕36号），共2页" in words
    assert "以所附决定书原文为准" in words
    write_cannot(notices.CANNOT_UNTITLED, path)
    assert "附件" not in words_of(path)
    assert "决定书" not in words_of(path)


def test_the_new_day_is_the_largest_thing_but_the_title(path):
    write_extension(notices.EXTENSION_PROVISIONAL, path)
    sizes = {}
    for char in chars_of(path):
        sizes.setdefault(round(char["size"], 1), []).append(char["text"])
    title, promise = sorted(sizes, reverse=True)[:2]
    assert "".join(sizes[title]) == "延期告知书"
    assert "".join(sizes[promise]) == "2027年1月6日（星期三）前"
    assert "（如遇调休以电话为准）" in words_of(path)
    assert "第2次" in words_of(path)


def test_the_slip_to_rate_by_names_nobody_and_is_of_free_will(path):
    write_completion(notices.COMPLETION, path)
    letter, slip = pages_of(path)
    assert [f"□{one}" in slip for one in (*LEVELS, *SIDES)] == [True] * 8
    assert "自愿填写" in slip
    assert notices.COMPLETION.addressee in letter
    assert notices.COMPLETION.addressee not in slip
    assert notices.COMPLETION.case_number in slip


def test_what_the_centre_has_not_is_not_printed(path):
    write_completion(notices.COMPLETION_BARE, path)
    words = words_of(path)
    assert "对结果不清楚、不满意的，请到窗口来问。" in words
    assert not re.search("地址：|(?<!监督)电话：|怎么办的|退还材料|回访", pages_of(path)[0])
    assert "监督电话：12345" in words


@pytest.mark.parametrize("sentences", range(1, 60, 3))
def test_no_seal_stands_alone_on_a_page(sentences, path):
    """The last paragraph goes with it, however the page falls."""
    reason = "省平台每周三集中处理一次，县里已经报送。" * sentences
    write_extension(replace(notices.EXTENSION, reason=reason), path)
    sealed = next(page for page in pages_of(path) if "（印章）" in page)
    assert "请谅解。" in sealed
    assert sum("（印章）" in page for page in pages_of(path)) == 1
    assert page_count(path) <= 3
