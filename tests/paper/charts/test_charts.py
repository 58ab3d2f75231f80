"""Charts as drawing operations: bars in proportion, angles that close, names that stay apart, grey print."""

from itertools import combinations, pairwise
from math import pi

import pytest

from xunion_desktop.basics.problems import refuses
from xunion_desktop.paper.charts.chart import NOTHING, chart_ops, chart_problems
from xunion_desktop.paper.charts.colours import RED, SERIES, greyness, on, series_colours
from xunion_desktop.paper.charts.pie import angles, sector
from xunion_desktop.paper.pages import Glyphs, Line, Path, Rect
from xunion_desktop.paper.tabular import Chart

BOX = (20.0, 30.0, 160.0, 90.0)
TOWNS = tuple((f"{name}镇", value) for name, value in zip("甲乙丙丁", ("10", "20", "5", "40"), strict=True))


def bars(*rows, kind="bar", head=("", "家"), **how):
    return Chart(kind, "工会", (head, *rows), "家", **how)


@pytest.fixture
def draw(compositor):
    return lambda chart: chart_ops(chart, BOX, compositor)


def rects(ops, colour=SERIES[0]):
    return [op for op in ops if isinstance(op, Rect) and op.colour == colour]


def texts(ops):
    """Each run of glyphs that stands on one line."""
    lines = {}
    for op in ops:
        if isinstance(op, Glyphs):
            lines.setdefault(round(op.y, 2), []).append(op)
    return ["".join(op.text for op in sorted(line, key=lambda op: op.x)) for line in lines.values()]


def corners(op):
    if isinstance(op, Rect):
        return [(op.x, op.y), (op.x + op.width, op.y + op.height)]
    if isinstance(op, Line):
        return [(op.x1, op.y1), (op.x2, op.y2)]
    if isinstance(op, Glyphs):
        return [(x, op.y) for x in op.xs]
    return [numbers[-2:] for _, numbers in op.steps if numbers]


def test_bars_are_as_high_as_their_values(draw):
    heights = [bar.height for bar in rects(draw(bars(*TOWNS)))]
    assert [height / heights[0] for height in heights] == pytest.approx([1, 2, 0.5, 4])


def test_bars_stand_on_one_line(draw):
    assert len({round(bar.y + bar.height, 6) for bar in rects(draw(bars(*TOWNS)))}) == 1


def test_a_negative_bar_hangs_from_the_line(draw):
    up, down = rects(draw(bars(("甲", "10"), ("乙", "-10"))))
    assert up.y + up.height == pytest.approx(down.y)


def test_the_one_that_matters_is_red(draw):
    ops = draw(bars(("甲", "10"), ("!乙", "20")))
    assert len(rects(ops, RED)) == 1
    assert not any("!" in text for text in texts(ops))


def test_each_bar_says_its_value(draw):
    said = "".join(texts(draw(bars(*TOWNS))))
    assert all(value in said for _, value in TOWNS)


def test_the_parts_of_a_stack_are_as_high_as_their_values(draw):
    ops = draw(bars(("甲", "3", "6"), kind="stacked", head=("", "正常", "!已届满")))
    upper, lower = [bar for bar in rects(ops, RED) if bar.width > 4], [bar for bar in rects(ops) if bar.width > 4]
    assert upper[-1].height / lower[-1].height == pytest.approx(2)
    assert upper[-1].y + upper[-1].height == pytest.approx(lower[-1].y)


def test_a_stack_says_its_sum(draw):
    ops = draw(bars(("甲", "3", "6"), kind="stacked", head=("", "正常", "已届满")))
    assert "9" in texts(ops)


def test_several_series_are_named_in_a_legend(draw):
    said = "".join(texts(draw(bars(("甲", "3", "6"), head=("", "应缴", "实缴")))))
    assert "应缴" in said
    assert "实缴" in said


def test_amounts_are_told_in_wan(draw):
    said = texts(draw(bars(("甲", "1,250,000"), ("乙", "300000"))))
    assert "（万家）" in said
    assert any("125" in text for text in said)


@pytest.mark.parametrize("rows", [(), (("甲", "0"),), (("甲", ""),)])
@pytest.mark.parametrize("kind", ["bar", "line", "pie", "stacked"])
def test_a_chart_of_nothing_says_so(draw, rows, kind):
    assert NOTHING in texts(draw(bars(*rows, kind=kind)))


@pytest.mark.parametrize("kind", ["bar", "line", "pie", "stacked"])
def test_one_value_is_drawn(draw, kind):
    ops = draw(bars(("甲镇", "7"), kind=kind))
    assert any(isinstance(op, Path | Rect) for op in ops)
    assert "7" in "".join(texts(ops))


@pytest.mark.parametrize("count", [1, 5, 15, 40, 120])
@pytest.mark.parametrize("kind", ["bar", "line", "pie", "stacked"])
def test_nothing_stands_outside_the_box(draw, kind, count):
    rows = [(f"第{n}号示例街道", str(n * 37 % 90 + 1)) for n in range(count)]
    left, top, width, height = BOX
    for op in draw(bars(*rows, kind=kind)):
        for x, y in corners(op):
            assert left - 2 <= x <= left + width + 2
            assert top - 0.5 <= y <= top + height + 0.5


def test_forty_names_stand_upright_and_apart(draw):
    ops = draw(bars(*((f"第{n}号示例街道", "5") for n in range(40))))
    signs = sorted({round(op.x, 2) for op in ops if isinstance(op, Glyphs) and op.text == "街"})
    size = next(op.size for op in ops if isinstance(op, Glyphs) and op.text == "街")
    assert len(signs) == 40
    assert min(b - a for a, b in pairwise(signs)) >= size * 25.4 / 72 * 0.95


def test_a_line_goes_through_its_values(draw):
    ops = draw(bars(*TOWNS, kind="line"))
    (line,) = [op for op in ops if isinstance(op, Path) and op.width and not op.fill]
    ys = [numbers[1] for _, numbers in line.steps]
    assert ys[2] > ys[0] > ys[1] > ys[3]
    assert (ys[2] - ys[0]) / (ys[0] - ys[1]) == pytest.approx(0.5)


def test_lines_differ_in_stroke_as_well_as_in_colour(draw):
    ops = draw(bars(("甲", "1", "2", "3"), ("乙", "2", "3", "4"), kind="line", head=("", "子", "丑", "寅")))
    lines = [op for op in ops if isinstance(op, Path) and op.width and not op.fill]
    assert len({(op.dash, op.colour) for op in lines}) == 3


# pies


def test_the_angles_of_a_pie_close():
    found = angles([3, 1, 4, 1, 5])
    assert found[0][0] == 0
    assert found[-1][1] == pytest.approx(2 * pi)
    assert all(a[1] == b[0] for a, b in pairwise(found))


def test_the_angles_are_in_proportion():
    assert [end - start for start, end in angles([1, 3])] == pytest.approx([pi / 2, 3 * pi / 2])


def test_a_pie_begins_at_the_top_and_turns_right():
    _, first, *_ = list(sector(0, 0, 10, 0, pi / 2))
    assert first[1] == pytest.approx((0, -10))
    assert list(sector(0, 0, 10, 0, pi / 2))[-2][1][-2:] == pytest.approx((10, 0))


def test_a_part_of_the_whole_is_a_full_circle():
    steps = list(sector(0, 0, 10, 0, 2 * pi))
    assert [step for step, _ in steps] == ["M", "C", "C", "C", "C", "Z"]


def test_a_pie_lists_values_and_shares(draw):
    said = "".join(texts(draw(bars(("机关", "1"), ("企业", "3"), kind="pie"))))
    assert "企业　3家　75.0%".replace("　", "") in said.replace("　", "")


# problems and colours


def test_a_value_that_is_no_number_is_named():
    (problem,) = chart_problems(bars(("甲镇", "很多")))
    assert "甲镇" in problem.sentence
    assert refuses([problem])


def test_a_negative_part_of_a_pie_is_refused():
    assert refuses(chart_problems(bars(("甲", "-1"), kind="pie")))


def test_a_negative_bar_is_none():
    assert chart_problems(bars(("甲", "-1"))) == []


def test_more_series_than_can_be_told_apart_are_doubted():
    chart = bars(("甲", *"1234567"), head=("", *"子丑寅卯辰巳午"))
    assert [refuses([problem]) for problem in chart_problems(chart)] == [False]


def test_a_pie_of_more_parts_than_can_be_read_is_doubted():
    parts = tuple((f"第{n}镇", "1") for n in range(30))
    assert ["字小得看不清" in problem.sentence for problem in chart_problems(bars(*parts, kind="pie"))] == [True]


def test_no_two_colours_are_alike_in_grey_print():
    for one, other in combinations((*SERIES, RED), 2):
        assert abs(greyness(one) - greyness(other)) >= 0.05, (one, other)


def test_neighbours_in_turn_are_far_apart_in_grey_print():
    for one, other in pairwise(SERIES):
        assert abs(greyness(one) - greyness(other)) >= 0.25


def test_red_does_not_use_up_a_grey():
    assert series_colours([False, True, False]) == [SERIES[0], RED, SERIES[1]]


@pytest.mark.parametrize("colour", [*SERIES, RED])
def test_figures_on_a_colour_can_be_read(colour):
    assert abs(greyness(on(colour)) - greyness(colour)) > 0.35
