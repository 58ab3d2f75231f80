"""The chart of the unions and the page of a ballot in the whole window: no words cut, no taller window (rule 13)."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.desk.cut_text import cut_texts
from tests.window.test_cut_text import HEIGHT, SIZES, STRIP, WIDTH, settle
from xunion_desktop.branches.pages.ballot_page import BallotPage, open_ballot
from xunion_desktop.branches.pages.overview_page import OverviewPage
from xunion_desktop.desk.register_page import RegisterPage
from xunion_desktop.window import MainWindow


def union(window: MainWindow) -> str:
    key: str = window.desk.register("branches").keys("overdue")[0]
    return key


def open_overview(window: MainWindow) -> None:
    page = window.page
    assert isinstance(page, RegisterPage)
    page._look(page.plan.views[0])


@pytest.mark.parametrize("factor", SIZES)
@pytest.mark.parametrize("page", [OverviewPage, BallotPage])
def test_it_fits_the_window(window: MainWindow, qtbot: QtBot, page: type, factor: float) -> None:
    window.set_text_size(factor)
    window.open_tab("branches")
    if page is OverviewPage:
        open_overview(window)
    else:
        open_ballot(window.desk, union(window))
    settle(window, qtbot)
    assert isinstance(window.page, page)
    assert (window.width(), window.height()) == (WIDTH, HEIGHT)
    window.desk.messages.trouble(STRIP)
    qtbot.wait(20)
    assert window.minimumSizeHint().height() <= HEIGHT
    assert cut_texts(window) == []


def test_esc_leads_from_the_chart_back_to_the_register(window: MainWindow, qtbot: QtBot) -> None:
    window.open_tab("branches")
    open_overview(window)
    qtbot.keyClick(window.page, "\x1b")
    assert isinstance(window.page, RegisterPage)


def test_a_ballot_goes_on_to_the_print_page_as_many_as_are_counted(window: MainWindow, qtbot: QtBot) -> None:
    """The window's own way from the committee to paper: 5 ballots of A5 take 3 sheets."""
    window.open_tab("branches")
    open_ballot(window.desk, union(window))
    page = window.page
    assert isinstance(page, BallotPage)
    page.candidates.setPlainText("王毅\n冯秀兰\n林改花\n郭𡋾")
    page.seats.setText("3")
    page.copies.setText("5")
    page.print()
    settle(window, qtbot)
    (copy,) = window.page.prepared.copies  # type: ignore[attr-defined]
    assert len(copy.pages) == 3
    assert copy.printable
