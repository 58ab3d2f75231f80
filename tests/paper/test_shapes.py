"""Shapes: strokes, rectangles, polygons and circles as the steps of a path."""

from xunion_desktop.paper.shapes import across, circle, down, polygon, rectangle


def test_a_level_and_an_upright_stroke_keep_one_of_their_places():
    assert (across(10, 30, 5), down(10, 5, 50)) == (
        (("M", (10, 5)), ("L", (30, 5))),
        (("M", (10, 5)), ("L", (10, 50))),
    )


def test_a_rectangle_goes_around_its_four_corners_and_is_closed():
    steps = rectangle(10, 20, 30, 5)
    assert [numbers for _, numbers in steps] == [(10, 20), (40, 20), (40, 25), (10, 25), ()]
    assert [word for word, _ in steps] == ["M", "L", "L", "L", "Z"]


def test_a_polygon_begins_at_its_first_corner():
    assert polygon(((0, 0), (2, 0), (1, 2)))[0] == ("M", (0, 0))


def test_a_circle_touches_its_four_sides():
    points = {numbers[-2:] for _, numbers in circle(100, 100, 21) if numbers}
    assert points == {(121, 100), (100, 121), (79, 100), (100, 79)}
