"""Charts as drawing operations: paths, rectangles and glyph runs, the same in window, PDF and picture (design.md §4).

``data.py`` reads the rows of a ``tabular.Chart``, ``scale.py`` finds round ticks, ``frame.py`` draws axes and labels,
``bars.py``, ``lines.py`` and ``pie.py`` the figures, ``chart.py`` puts them together in a box of millimetres.
"""
