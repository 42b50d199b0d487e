from dataclasses import replace

import pytest

from app.centre import CentreSettings, find_centre, get_centre, problems, save_centre
from app.errors import Invalid, NotFound
from models import Centre

WHOLE = CentreSettings(name="云溪镇便民服务中心", place="云溪", phone="0570-0001234")


def test_a_new_store_has_no_centre_and_says_where_to_fill_it_in(store):
    assert find_centre() is None
    with pytest.raises(NotFound, match="设置"):
        get_centre()


def test_what_was_saved_is_read_back_and_there_is_one_centre(store):
    save_centre(WHOLE)
    save_centre(replace(WHOLE, name=" 云溪镇　便民服务中心 ", idle_minutes=3))
    assert get_centre() == replace(WHOLE, name="云溪镇 便民服务中心", idle_minutes=3)
    assert Centre.select().count() == 1


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": ""}, "name"),
        ({"place": " "}, "place"),
        ({"name": "云" * 61}, "name"),
        ({"phone": "123456789"}, "phone"),
        ({"idle_minutes": 241}, "idle_minutes"),
        ({"number_template": "BBC-{place}"}, "number_template"),
        ({"number_template": "BBC-{date}-{serial:03}-{who}"}, "number_template"),
    ],
)
def test_a_broken_rule_is_named_and_nothing_is_saved(store, change, field):
    broken = replace(WHOLE, **change)
    assert list(problems(broken)) == [field]
    with pytest.raises(Invalid):
        save_centre(broken)
    assert find_centre() is None
