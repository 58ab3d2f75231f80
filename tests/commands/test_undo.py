"""undo: empties the register again, or lists the letters that stand in the way."""

from datetime import date

from xunion_desktop.catalogue import record_classes, register
from xunion_desktop.store.book import Book

REMINDER = "branches/election_reminder"


def count(folder) -> int:
    with Book.open(folder, record_classes()):
        return register("branches", date(2026, 11, 24)).count()


def test_undo_of_the_import_empties_the_register(run, county):
    said = run("undo", "--book", county)
    assert said.code == 0
    assert said.out.startswith("已撤销：导入")
    assert count(county) == 0


def test_after_printing_it_lists_the_letters_that_stand_in_the_way(run, county):
    run("print", REMINDER, "--book", county, "--out", "letters.pdf")
    said = run("undo", "--book", county)
    assert said.code == 1
    assert said.out.startswith("没有撤销")
    assert said.out.count("兴工函〔2026〕") == 120
    assert count(county) == 217


def test_the_obstacles_are_told_to_a_program(run, county):
    run("print", REMINDER, "--book", county, "--out", "letters.pdf")
    data = run("undo", "--book", county, "--json").data
    assert data["done"] is False
    assert len(data["obstacles"]) == 120


def test_a_book_with_nothing_to_undo_says_so(run, county):
    run("undo", "--book", county)
    said = run("undo", "--book", county)
    assert said.code == 1
    assert said.out == "没有可以撤销的操作。\n"
