"""Chart: title, legend, axis and figures put together in one box."""

from __future__ import annotations

from xunion_desktop.basics.problems import Level, Problem
from xunion_desktop.paper.measures import MM, SIZES
from xunion_desktop.paper.pages import Op
from xunion_desktop.paper.setting import Compositor
from xunion_desktop.paper.tabular import Chart

from .bars import draw_bars, draw_stacks, stack_ends
from .canvas import Area, Canvas
from .colours import SERIES, SOFT, STROKES, series_colours
from .data import ChartData, data_problems, read_data
from .frame import GAP, SMALL, draw_axis, draw_legend, draw_names, set_names, tick_width
from .lines import draw_lines
from .pie import draw_pie
from .scale import counted_in, scale_for

TITLE = SIZES["小四"]
ABOVE_PLOT = 5.0  # mm for the figure over the highest bar
DRAWN = {"bar": draw_bars, "stacked": draw_stacks, "line": draw_lines}
NOTHING = "没有数据"
MOST_PARTS = 16  # of a pie, in the least height of a chart
LONGEST_TITLE = 40  # characters


def chart_ops(chart: Chart, box: tuple[float, float, float, float], compositor: Compositor) -> list[Op]:
    """Draw the chart into a box (left, top, width, height) in millimetres."""
    canvas, area, data = Canvas(compositor), Area(*box), read_data(chart)
    if chart.title:
        size = TITLE * min(1.0, area.width / max(canvas.width(chart.title, TITLE, "黑体"), 1.0))
        canvas.text(chart.title, area.x + area.width / 2, area.y, size, side=0.5, role="黑体")
        area = area.without(top=TITLE / MM + 2 * GAP)
    if not any(data.values):
        canvas.text(NOTHING, area.x + area.width / 2, area.y + area.height / 2, SMALL, side=0.5, colour=SOFT)
        return canvas.ops
    divisor, word = counted_in(stack_ends(data) if chart.kind == "stacked" else data.values)
    if chart.kind == "pie":
        draw_pie(data, area, canvas, word + chart.unit, divisor)
    else:
        _draw_plot(chart, data, area, canvas, (divisor, word + chart.unit))
    return canvas.ops


def chart_problems(chart: Chart) -> list[Problem]:
    """What of the chart's data cannot be drawn, or not so that it can be read."""
    found = data_problems(chart)
    if chart.kind == "pie" and len(chart.rows) - 1 > MOST_PARTS:
        said = f"饼形图分成 {len(chart.rows) - 1} 份，字小得看不清。"
        found.append(Problem(said, level=Level.DOUBT, remedy="请把小的并成“其他”，或者改用条形图。"))
    if len(chart.title) > LONGEST_TITLE:
        found.append(Problem("图表的标题太长，字缩小了。", level=Level.DOUBT, remedy="请缩短图表的标题。"))
    return found


def _draw_plot(chart: Chart, data: ChartData, area: Area, canvas: Canvas, counted: tuple[int, str]) -> None:
    """Axis and categories, with bars, stacks or lines in them."""
    divisor, unit = counted
    several = [series.name for series in data.series] if len(data.series) > 1 else []
    greys = STROKES if chart.kind == "line" else SERIES
    colours = series_colours([series.matters for series in data.series], greys)
    height = draw_legend(several, colours[: len(several)], area, canvas)
    plot = area.without(top=max(height, SMALL / MM) + ABOVE_PLOT)
    ends = stack_ends(data) if chart.kind == "stacked" else data.values
    scale = scale_for([end / divisor for end in ends])
    plot = plot.without(left=tick_width(scale, canvas))
    names = set_names(data.categories, plot.width / len(data.categories), area.height, canvas)
    plot = plot.without(bottom=names.height + GAP)
    draw_axis(scale, plot, canvas, f"（{unit}）" if unit else "", area.x)
    DRAWN[chart.kind](data, scale, plot, canvas, divisor)
    draw_names(data.categories, names, plot, canvas)
