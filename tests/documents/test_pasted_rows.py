"""Rows pasted from a sheet with its own numbers."""

import pytest

from xunion_desktop.documents.pasted_rows import without_serials


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("1\t水\t2\n2\t茶\t3", "水\t2\n茶\t3"),
        ("7\t水\t2", "水\t2"),
        ("1\t水\t2\n合计\t\t2", "水\t2\n合计\t2"),
        ("1\t水\t2\n\t合计\t2", "水\t2\n合计\t2"),
        ("序 号\t名称\t数量\n一\t水\t2", "水\t2"),
        ("序号\t名称\t单位\n1\t水\t瓶", "名称\t单位\n水\t瓶"),
        ('1\t"水\n（箱）"\t2', '"水\n（箱）"\t2'),
    ],
)
def test_numbers_in_order_before_names_are_left_out(pasted, kept):
    assert without_serials(pasted) == kept


@pytest.mark.parametrize(
    "rows", ["", "水\t1\n茶\t2", "2024\t10\t20\n2025\t10\t20", "1\t水\t2\n3\t茶\t4", "1\t水", "项目\t数量\n水\t1"]
)
def test_other_rows_stay_as_they_are(rows):
    assert without_serials(rows) == rows
