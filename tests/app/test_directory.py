import pytest

from app.directory import (
    MatterDraft,
    StaffDraft,
    UnitDraft,
    VillageDraft,
    list_matters,
    list_staff,
    list_units,
    list_villages,
    problems,
    retire,
    save_all,
    save_matter,
    save_staff,
    save_unit,
)
from app.errors import Invalid


@pytest.mark.parametrize(
    ("draft", "fields"),
    [
        (StaffDraft(name="", work_number="1"), {"name"}),
        (StaffDraft(name="王芳", work_number=" "), {"work_number"}),
        (UnitDraft(name="单" * 61), {"name"}),
        (UnitDraft(name="派出所", phone="0570"), {"phone"}),
        (UnitDraft(name="热线", phone="12345"), set()),
        (VillageDraft(name="村" * 41), {"name"}),
        (MatterDraft(name="事", papers="料" * 4001), {"papers"}),
    ],
)
def test_a_broken_rule_is_named_beside_its_field(draft, fields):
    assert set(problems(draft)) == fields


def test_a_known_name_is_brought_up_to_date_and_not_doubled(store):
    save_unit(UnitDraft(name="派出所", liaison="陈浩"))
    save_unit(UnitDraft(name=" 派出所 ", liaison="周敏", phone="0570 6001111"))
    (unit,) = list_units()
    assert (unit.liaison, unit.phone) == ("周敏", "0570-6001111")
    assert unit.initials.startswith("pcs")


def test_a_name_that_another_entry_has_is_refused(store):
    save_unit(UnitDraft(name="派出所"))
    other = save_unit(UnitDraft(name="社保窗口"))
    with pytest.raises(Invalid, match="已经有"):
        save_unit(UnitDraft(name="派出所"), other)


def test_a_matter_brings_its_unit_with_it(store):
    save_matter(MatterDraft(name="身份证换领", unit="派出所", papers="户口簿\n\n\n旧证 "))
    (matter,) = list_matters()
    assert (matter.unit, matter.papers) == ("派出所", ("户口簿", "旧证"))


def test_what_is_pasted_is_kept_whole_or_not_at_all(store):
    with pytest.raises(Invalid):
        save_all([VillageDraft(name="石门村"), VillageDraft(name="")])
    assert list_villages() == []
    save_all([VillageDraft(name="石门村"), StaffDraft(name="王芳", work_number="03")])
    assert ([one.name for one in list_villages()], len(list_staff())) == (["石门村"], 1)


def test_an_empty_cell_wipes_nothing_of_a_known_entry(store):
    save_unit(UnitDraft(name="派出所", liaison="陈浩", phone="0570-6001111"))
    save_matter(MatterDraft(name="身份证", unit="派出所", keywords="sfz", papers="户口簿"))
    save_all(
        [UnitDraft(name="派出所 ", window_number="3"), MatterDraft(name="身份证", papers="旧证")]
    )
    (unit,), (matter,) = list_units(), list_matters()
    assert (unit.window_number, unit.liaison, unit.phone) == ("3", "陈浩", "0570-6001111")
    assert (matter.unit, matter.keywords, matter.papers) == ("派出所", "sfz", ("旧证",))


def test_a_retired_entry_is_out_of_the_lists_and_can_come_back(store):
    save_unit(UnitDraft(name="派出所"))
    (unit,) = list_units()
    retire(unit)
    assert list_units() == []
    (unit,) = list_units(retired=True)
    retire(unit, active=True)
    assert len(list_units()) == 1


def test_the_last_one_at_the_desk_cannot_be_retired(store):
    save_staff(StaffDraft(name="王芳", work_number="03"))
    with pytest.raises(Invalid, match="至少"):
        retire(list_staff()[0])
