import pytest

from app.centre import CentreSettings, find_centre
from app.directory import StaffDraft, UnitDraft, list_staff, list_units
from app.errors import Invalid
from app.first_start import begin, place_of

CENTRE = CentreSettings(name="云溪镇便民服务中心", place="云溪")


def test_the_centre_is_set_up_as_a_whole(store):
    begin(CENTRE, [StaffDraft(name="王芳", work_number="001"), UnitDraft(name="民政办")])
    assert find_centre() == CENTRE
    assert [one.name for one in list_staff()] == ["王芳"]
    assert [one.name for one in list_units()] == ["民政办"]


def test_nothing_is_kept_of_a_beginning_that_fails(store):
    with pytest.raises(Invalid):
        begin(CENTRE, [StaffDraft(name="王芳", work_number="001"), UnitDraft(name="")])
    assert find_centre() is None
    assert list_staff() == []


def test_somebody_must_work_there(store):
    with pytest.raises(Invalid, match="至少"):
        begin(CENTRE, [UnitDraft(name="民政办")])


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("云溪镇便民服务中心", "云溪"),
        ("青石县云溪镇便民服务中心", "云溪"),
        ("东城区柳林街道党群服务中心", "柳林"),
        ("白马乡为民服务中心", "白马"),
        ("便民服务中心", ""),
        ("", ""),
    ],
)
def test_the_short_name_is_taken_from_the_name(name, place):
    assert place_of(name) == place
