"""What the papers of the centre's own files say."""

import re
from dataclasses import replace

import pypdfium2
import pytest

from exports.conflict_pdf import write_conflict
from exports.custody_pdf import write_custody
from exports.exemption_pdf import write_exemption
from exports.extension_approval_pdf import write_extension_approval
from exports.group_pdf import write_group
from exports.handover_pdf import write_handover
from exports.minutes_pdf import write_minutes
from exports.recovery_pdf import write_recovery
from exports.refusal_approval_pdf import write_refusal_approval
from exports.rework_pdf import write_rework
from exports.survey_pdf import write_survey
from tests.exports import sample_cases as cases
from tests.exports import sample_meetings as meetings
from tests.exports.reading import assert_well_laid, chars_of, page_count, text_of, words_of


@pytest.fixture
def path(tmp_path):
    return tmp_path / "表.pdf"


def test_a_refusal_waits_for_the_second_person(path):
    write_refusal_approval(cases.REFUSAL, path)
    words = words_of(path)
    assert "□✓依法不能办" in words
    assert "□同意否定□不同意，继续办理审批人" in words
    assert "审批日期年月日" in words
    assert cases.REFUSAL.remedy.text in words


def test_a_refusal_of_the_window_has_no_remedy_and_may_be_signed_already(path):
    write_refusal_approval(cases.REFUSED_BY_WINDOW, path)
    words = words_of(path)
    assert "□✓不予受理" in words
    assert "本窗口的告知单不是行政决定" in words
    assert "审批日期2026年11月10日" in words
    assert "□✓同意否定□不同意，继续办理同意。先由调解委员会" in words
    assert "60日" not in words


def test_more_time_waits_for_the_second_person(path):
    write_extension_approval(cases.EXTENSION, path)
    words = words_of(path)
    assert "申请延长10个工作日" in words
    assert "延到2026年12月7日" in words
    assert "□同意延期□不同意，按原期限办理批准人" in words
    assert "批准日期年月日" in words
    write_extension_approval(cases.EXTENDED, path)
    assert "□✓同意延期□不同意，按原期限办理同意，到期前逐户电话告知" in words_of(path)


def test_a_contested_rating_is_judged_on_its_sheet(path):
    write_rework(cases.CONTESTED, path)
    assert "□申诉成立，这次评价不计□申诉不成立，要整改核实人" in words_of(path)
    write_rework(cases.JUDGED, path)
    assert "□申诉成立，这次评价不计□✓申诉不成立，要整改回电话核对" in words_of(path)
    write_rework(cases.REWORK, path)
    assert "申诉" not in words_of(path)


def test_who_stayed_away_agrees_only_where_the_record_says_so(path):
    write_minutes(meetings.MINUTES, path)
    words = words_of(path)
    assert "县发展和改革局（视为同意）" in words
    assert "县消防救援大队郑小军（已书面提交意见）" in words
    assert "按本中心协调会议规则" in words
    write_minutes(replace(meetings.MINUTES, absent=meetings.MINUTES.absent[:1]), path)
    assert "视为同意" not in words_of(path)
    write_minutes(replace(meetings.MINUTES, deemed_by="《协调会议制度》第八条"), path)
    assert "按《协调会议制度》第八条，对议定事项视为同意" in words_of(path)


def test_every_owner_of_a_decision_signs_once(path):
    write_minutes(meetings.MINUTES, path)
    signed = words_of(path).split("会签")[1]
    owners = {one.owner for one in meetings.MINUTES.resolutions}
    assert [signed.count(owner) for owner in owners] == [1] * len(owners)


def test_minutes_of_little_number_what_they_have(path):
    write_minutes(meetings.PHONE_MINUTES, path)
    assert "一、议定事项" in words_of(path)
    assert "基本情况" not in words_of(path)


def test_a_survey_lists_its_photos_and_lets_all_sign(path):
    write_survey(meetings.SURVEY, path)
    words = words_of(path)
    assert "照片目录（共3张）" in words
    assert [words.count(who) for who in meetings.SURVEY.present] == [2] * len(
        meetings.SURVEY.present
    )
    write_survey(meetings.BARE_SURVEY, path)
    assert "照片目录" not in words_of(path)


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        ("先照后证", "□✓先照后证□先证后照□其他"),
        ("", "□先照后证□先证后照□其他"),
        ("其他", "□先照后证□先证后照□✓其他"),
    ],
)
def test_how_a_conflict_was_resolved_is_ticked(outcome, said, path):
    write_conflict(replace(meetings.CONFLICT, outcome=outcome), path)
    assert said in words_of(path)


def test_the_progress_of_a_group_stands_beside_its_two_numbers(path):
    write_group(cases.GROUP, path)
    assert "已领证17/32户（53%）" in words_of(path)
    assert "已领证17户，待补材料8户，已受理7户" in words_of(path)


def test_a_group_of_many_repeats_its_heads_and_loses_nobody(path):
    write_group(replace(cases.GROUP, households=cases.GROUP.households * 5), path)
    assert_well_laid(path)
    assert page_count(path) >= 5
    assert words_of(path).count("序号户主房屋材料状态回执编号") == page_count(path)
    numbers = re.findall(r"^(\d+)\s+.\*\*", text_of(path), re.MULTILINE)
    assert numbers == [str(at) for at in range(1, 161)]


def test_who_shares_the_responsibility_signs(path):
    write_exemption(cases.EXEMPTION, path)
    assert "县自然资源和规划局登记审查何敏" in words_of(path)
    assert "共3件：协调会议纪要；鉴定报告；情况说明" in words_of(path)
    write_exemption(cases.BARE_EXEMPTION, path)
    assert "扫描件无" in words_of(path)


def test_custody_is_two_copies_and_only_the_window_keeps_the_phone(path):
    write_custody(cases.CUSTODY, path)
    with pypdfium2.PdfDocument(path) as pdf:
        assert len(pdf) == 1
    words = words_of(path)
    stub, citizen = words.split("群众联", 1)
    assert (stub + citizen).count("10000002046") == 1
    assert words.count("100****2046") == 1
    assert words.count("1,200.00元") == words.count("壹仟贰佰元整") == 2
    assert words.count("见证人签名尉迟建国") == 2
    assert words.count("最迟2026年11月30日（星期一）。") == 2


def test_things_alone_have_no_amount_and_what_went_back_is_said(path):
    write_custody(cases.RETURNED, path)
    words = words_of(path)
    assert "金额" not in words
    assert "退还日期2026年11月24日领回人签名欧阳𠅤" in words
    assert "退还人签名王芳见证人签名李建明" in words


def test_a_bad_rating_is_ticked_and_a_contest_is_told(path):
    write_rework(cases.REWORK, path)
    words = words_of(path)
    assert re.findall(r"□✓([^□✓]+?)(?=□|说的是|原话)", words) == ["不满意", "服务效率"]
    assert "误评申诉" not in words
    write_rework(cases.CONTESTED, path)
    assert "误评申诉评价人点错了等级" in words_of(path)
    write_rework(cases.NEW_REWORK, path)
    assert "原话没有留话。" in words_of(path)
    assert "第2轮" in words_of(path)


def test_everyone_who_takes_work_over_signs_once(path):
    much = replace(cases.HANDOVER, work=cases.HANDOVER.work * 25)
    write_handover(much, path)
    assert_well_laid(path)
    words = words_of(path)
    assert "件数75件" in words
    assert words.count("接办人尉迟建国") == words.count("接办人龚小平") == 1
    assert words.count("序号事项和编号状态期限接办人") == page_count(path)
    assert text_of(path).count("—") == 25  # no due date


def test_the_recovery_code_is_large_on_one_line_of_one_page(path):
    write_recovery(cases.RECOVERY, path)
    assert page_count(path) == 1
    code = [char for char in chars_of(path) if char["size"] > 24]
    assert "".join(char["text"] for char in code).replace(" ", "") == cases.RECOVERY.code
    assert len({char["top"] for char in code}) == 1
