from datetime import date, datetime, time

import pytest

from xunion_desktop.sheets.cells import CellFault, all_blank, column_index, is_blank, plain


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        (13258647658.0, "13258647658"),
        (2021.8, "2021.8"),
        (True, "是"),
        (False, "否"),
        (date(2021, 8, 4), "2021-08-04"),
        (datetime(2021, 8, 4), "2021-08-04"),
        (datetime(2021, 8, 4, 9, 30), "2021-08-04 09:30:00"),
        (time(9, 30), "09:30:00"),
        ("工会\n名称", "工会名称"),
        (CellFault("#N/A"), "#N/A"),
    ],
)
def test_a_cell_as_it_stands(cell, text):
    assert plain(cell) == text


@pytest.mark.parametrize("cell", [None, "", " ", "　", "\n"])
def test_blank(cell):
    assert is_blank(cell)


@pytest.mark.parametrize("cell", [0, 0.0, False, "0", CellFault("#REF!")])
def test_not_blank(cell):
    assert not is_blank(cell)
    assert not all_blank(["", cell])


@pytest.mark.parametrize(("letters", "index"), [("A", 0), ("Z", 25), ("AA", 26), ("ZZ", 701), ("XFD", 16383)])
def test_columns_are_called_by_letters(letters, index):
    assert column_index(letters) == index
