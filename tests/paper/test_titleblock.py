"""Where the text under a head stands: on the grid of the text area wherever that can be."""

import pytest

from xunion_desktop.paper.measures import LEADING, TOP
from xunion_desktop.paper.titleblock import fit_title


def off_the_grid(text_top):
    rows = (text_top - TOP) / LEADING
    return abs(rows - round(rows)) * LEADING


@pytest.mark.parametrize("above", [80.0, 83.3, 87.9, 95.1])
def test_without_a_title_the_text_is_on_the_grid_half_a_row_from_where_it_would_stand(above):
    """纪要 without a title: the first page is filled to its last row."""
    top = fit_title(above, 0).text_top
    assert off_the_grid(top) == pytest.approx(0, abs=1e-6)
    assert abs(top - above - 2 * LEADING) <= LEADING / 2
