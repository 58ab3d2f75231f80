"""Every official form and format measured in its PDF on every point of the standard (print.md §3)."""

import pytest

from tests.paper.positions import body_points, end_points, head_points
from tests.paper.positions.papers import PAPERS, paper

POINTS = (*head_points.POINTS, *body_points.POINTS, *end_points.POINTS)


@pytest.mark.parametrize("point", POINTS, ids=lambda point: point.__name__)
@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_is_right(name, point):
    assert list(point(paper(name))) == []
