"""选票 and 图表 in the window, by real widgets."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from tests.branches.conftest import TODAY
from tests.desk.cut_text import cut_texts
from xunion_desktop.branches.card import ROOM as BRANCHES
from xunion_desktop.branches.pages.ballot_page import BallotPage
from xunion_desktop.branches.pages.overview_page import OverviewPage
from xunion_desktop.branches.records.ballots import ballot_plan
from xunion_desktop.desk.desk import Desk
from xunion_desktop.people.card import ROOM as PEOPLE

SIZES = (1.0, 1.75)


class WatchedDesk(Desk):
    """A desk that writes down what would go to the print page, and which pages are left."""

    printed = ()
    left = ()

    def leave(self, page):
        self.left = (*self.left, page)

    def print(self, form_id, keys):
        self.printed = (*self.printed, (form_id, tuple(keys)))


@pytest.fixture
def desk(book, furniture, qapp):
    return WatchedDesk(book, TODAY, (BRANCHES, PEOPLE), furniture)


@pytest.fixture
def school(add):
    return add(
        "兴县示例职业中学工会委员会", start="2021-09-01", years=5, number=5, members=87, chair="林改花", staff=90
    )


@pytest.fixture
def ballot(desk, school, qtbot):
    page = BallotPage(desk, school)
    qtbot.addWidget(page)
    page.resize(1366, 640)
    page.show()
    return page


def settled(page, qtbot):
    qtbot.waitUntil(lambda: not page._settling.isActive())


def test_the_fields_hold_what_the_record_suggests(ballot):
    assert (ballot.term.text(), ballot.seats.text(), ballot.copies.text()) == ("第六届", "1", "87")


def test_the_ballot_is_shown_at_once(ballot):
    assert ballot.preview.sheet.isVisible()


def test_what_is_to_be_looked_at_is_said(ballot):
    assert "差额" in ballot.said.text()


def test_what_is_typed_is_judged_when_the_clerk_rests(ballot, qtbot):
    ballot.candidates.setPlainText("王毅\n林改花")
    settled(ballot, qtbot)
    assert not ballot.said.isVisible()


def test_candidates_are_sorted_by_strokes(ballot):
    """EL-27."""
    ballot.candidates.setPlainText("林改花\n王毅")
    ballot.sort()
    assert ballot.plan.names == ["王毅", "林改花"]


def test_another_election_brings_its_own_candidates(ballot):
    ballot.candidates.setPlainText("某人")
    ballot.elected.setCurrentIndex(ballot.elected.findData("委员会主席"))
    ballot.elected.activated.emit(0)
    assert ballot.plan.names == ["林改花"]


def test_printing_keeps_what_is_filled_in(ballot, school, desk):
    ballot.seats.setText("2")
    ballot.print()
    assert desk.printed == (("branches/ballot", (school,)),)
    assert ballot_plan(school, TODAY).seats == "2"


def test_leaving_keeps_what_is_filled_in(ballot, school):
    ballot.candidates.setPlainText("王毅\n李强")
    ballot.leave()
    assert ballot_plan(school, TODAY).names == ["王毅", "李强"]
    assert ballot.desk.left == (ballot,)


@pytest.mark.parametrize("way", [BallotPage.leave, BallotPage.print])
def test_while_an_import_writes_the_page_and_what_is_filled_in_stay(ballot, desk, book, way):
    begun, going = threading.Event(), threading.Event()

    def work():
        with book.deed("导入"):
            begun.set()
            going.wait(10)

    ballot.candidates.setPlainText("王毅")
    with ThreadPoolExecutor(1) as pool:
        job = pool.submit(work)
        assert begun.wait(5)
        way(ballot)
        going.set()
        job.result()
    assert (desk.left, desk.printed, ballot.plan.names) == ((), (), ["王毅"])


@pytest.mark.parametrize("words", ["", "很多", "-3"])
def test_a_number_that_is_none_is_said_and_breaks_nothing(ballot, qtbot, words):
    ballot.copies.setText(words)
    ballot.seats.setText(words)
    settled(ballot, qtbot)
    assert "应选" in ballot.said.text()


@pytest.mark.parametrize("factor", SIZES)
def test_the_page_of_a_ballot_cuts_no_words(ballot, scale, qtbot, factor):
    scale.set_factor(factor)
    qtbot.wait(20)
    assert cut_texts(ballot) == []


def test_the_committee_page_leads_to_ballot_and_roster(desk, school, qtbot):
    page = BRANCHES.page(desk)
    qtbot.addWidget(page)
    page.show_records(key=school)
    page.panel.chips.check("officers")
    page.panel.chips.chosen.emit("officers")
    buttons = {button.text(): button for button in page.panel.body.currentWidget().findChildren(QPushButton)}
    buttons["印名册"].click()
    assert desk.printed == (("branches/committee", (school,)),)
    with qtbot.waitSignal(desk.page_wanted) as wanted:
        buttons["选票…"].click()
    assert isinstance(wanted.args[0], BallotPage)
    qtbot.addWidget(wanted.args[0])


# the overview


@pytest.fixture
def overview(desk, add, qtbot):
    for number, start in enumerate(["2024-01-01", "2019-01-01", "2024-01-01"]):
        township = "康宁镇" if number else "蔚汾镇"
        add(f"示例{number}工会", township=township, start=start, years=5, members=1000, number=1)
    page = OverviewPage(desk)
    qtbot.addWidget(page)
    page.resize(1366, 640)
    page.show()
    return page


def lines(page):
    model = page.table.model()
    return [[model.index(row, at).data() for at in range(model.columnCount())] for row in range(model.rowCount())]


def test_the_table_adds_up(overview):
    assert lines(overview) == [
        ["蔚汾镇", "1", "1", "0", "0", "0", "1,000"],
        ["康宁镇", "2", "1", "0", "1", "0", "2,000"],
        ["合计", "3", "2", "0", "1", "0", "3,000"],
    ]


def test_the_chart_says_what_it_shows_to_who_cannot_see_it(overview):
    assert "康宁镇，1，0，1，0" in overview.chart.accessibleDescription()


def test_the_other_chart_shows_the_members(overview):
    overview.kinds.check("members")
    overview.kinds.chosen.emit("members")
    assert "蔚汾镇，1000" in overview.chart.accessibleDescription()


def test_a_change_in_the_book_is_seen(overview, add, qtbot):
    add("示例新工会", township="康宁镇", members=5)
    qtbot.waitUntil(lambda: lines(overview)[-1][1] == "4")


def test_all_unions_go_on_paper(overview, desk):
    overview.print()
    assert [(form, len(keys)) for form, keys in desk.printed] == [("branches/overview", 3)]


def test_the_chart_is_copied_as_a_picture(overview, said):
    overview.copy()
    assert QGuiApplication.clipboard().image().width() == 2008  # 170 mm at 300 dpi


def test_the_chart_is_saved_as_a_picture(overview, files, tmp_path):
    files.path = tmp_path / "图.png"
    overview.save_picture()
    assert (tmp_path / "图.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("factor", SIZES)
def test_the_overview_cuts_no_words(overview, scale, qtbot, factor):
    scale.set_factor(factor)
    qtbot.wait(20)
    assert cut_texts(overview) == []


def test_the_register_leads_to_the_chart(desk, qtbot):
    page = BRANCHES.page(desk)
    qtbot.addWidget(page)
    with qtbot.waitSignal(desk.page_wanted) as wanted:
        page._look(page.plan.views[0])
    assert isinstance(wanted.args[0], OverviewPage)
    qtbot.addWidget(wanted.args[0])
