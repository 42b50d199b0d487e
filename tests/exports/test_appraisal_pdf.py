"""The appraisal on paper, read back by another library."""

from dataclasses import replace

import pdfplumber
import pytest

from exports.appraisal_pdf import write_appraisal
from tests.exports.sample_points import APPRAISAL, POLICE, QUARTER, SHEET, unit


@pytest.fixture
def read(tmp_path):
    def write(sheet):
        path = tmp_path / "考核.pdf"
        write_appraisal(sheet, path)
        with pdfplumber.open(path) as pdf:
            assert {(round(one.width), round(one.height)) for one in pdf.pages} == {(595, 842)}
            return [(page.extract_text(), list(page.lines)) for page in pdf.pages]

    return write


def test_every_unit_and_every_point_with_its_case_is_on_the_paper(read):
    text = "\n".join(text for text, _ in read(SHEET)).replace("\n", "")
    assert str(QUARTER) in text
    assert "不按满意度排名次" in text
    assert "件数太少，不评分" in text
    for one in APPRAISAL.units:
        assert one.unit in text
        for point in one.points:
            assert point.number in text
            assert point.name in text
    assert "省平台停机三天，有停机公告为证" in text
    assert "分管领导" in text


def test_what_was_left_out_is_struck_through(read):
    counted = replace(APPRAISAL, units=(unit("派出所", 9, *POLICE.points[:2]),))
    with_one = replace(APPRAISAL, units=(unit("派出所", 9, *POLICE.points[:3]),))
    thin = [
        len(
            [
                line
                for _, lines in read(replace(SHEET, appraisal=one))
                for line in lines
                if round(line["linewidth"], 1) == 0.6
            ]
        )
        for one in (counted, with_one)
    ]
    assert thin == [0, 2]  # through its name and through its points


def test_a_hundred_points_run_over_the_pages_and_are_signed_at_the_end(read):
    long = replace(APPRAISAL, units=(unit("派出所", 60, *POLICE.points * 20),))
    pages = read(replace(SHEET, appraisal=long))
    assert len(pages) > 3
    assert "单位考核表（续）" in pages[1][0]
    assert "制表人" in pages[-1][0]
    assert sum(text.count("提前办结") for text, _ in pages) >= 20


def test_a_quarter_without_anything_is_a_paper_too(read):
    assert "单位考核表" in read(replace(SHEET, appraisal=replace(APPRAISAL, units=())))[0][0]
