"""A draft while it is written: what is kept, what a 保存 writes, what a copy takes along; slips left as they are."""

from datetime import date

import pytest

from xunion_desktop.documents.kinds import LETTER, PLAIN
from xunion_desktop.documents.manuscripts import Manuscript
from xunion_desktop.documents.sketch import FORMAT, GENRE, NEW_PLACE, Sketch, begun, copied, resumed
from xunion_desktop.documents.slips import SlipWatch

TODAY = date(2026, 11, 23)


@pytest.fixture
def new():
    return begun("函", LETTER, {"标题": "关于××的函"}, TODAY)


def test_a_new_draft_begins_with_its_starting_text(new):
    assert (new.words({}), new.place) == ({"标题": "关于××的函"}, NEW_PLACE)


def test_of_a_new_draft_all_is_kept(new):
    assert new.typed({"标题": "甲"}) == {"标题": "甲", FORMAT: LETTER, GENRE: "函"}


def test_a_new_draft_goes_on_where_it_was_left(new):
    new.form = PLAIN
    again = resumed(new.typed({"标题": "甲"}), TODAY)
    assert (again.words(new.typed({"标题": "甲"})), again.form, again.genre) == ({"标题": "甲"}, PLAIN, "函")


def test_of_a_saved_draft_only_what_differs_is_kept(draft):
    sketch = Sketch(draft())
    words = {**sketch.stored, "标题": "改了", "附注": "新的"}
    del words["主送"]
    assert sketch.typed(words) == {"标题": "改了", "附注": "新的", "主送": ""}


def test_a_saved_draft_without_changes_keeps_nothing(draft):
    sketch = Sketch(draft())
    assert sketch.typed(sketch.words({})) == {}


def test_another_format_is_a_change(draft):
    sketch = Sketch(draft())
    sketch.form = PLAIN
    assert sketch.typed(sketch.stored) == {FORMAT: PLAIN}


def test_what_was_kept_lies_over_what_the_book_holds(draft):
    sketch = Sketch(draft())
    words = sketch.words({"标题": "改了", "主送": "", FORMAT: PLAIN})
    assert (words["标题"], "主送" in words, sketch.form) == ("改了", False, PLAIN)


def test_saving_is_one_deed_named_by_the_title(book, new):
    new.save(book, {"标题": "关于某事的函", "正文": "　　甲\n\n乙"})
    saved = Manuscript.get()
    assert (saved.body, saved.name, saved.day) == ("甲\n乙", "关于某事的函", "2026-11-23")
    assert book.deeds(1)[0].label == "起草公文稿 关于某事的函"


def test_what_is_saved_is_new_no_more(book, new):
    new.save(book, {"标题": "甲"})
    assert (new.new, new.typed({"标题": "甲"})) == (False, {})


def test_a_second_saving_changes_the_same_draft(book, new):
    new.save(book, {"标题": "甲"})
    new.save(book, {"标题": "乙"})
    assert [one.name for one in Manuscript.select()] == ["乙"]
    assert book.deeds(1)[0].label == "修改公文稿 乙"


def test_saving_is_undone(book, new):
    new.save(book, {"标题": "甲"})
    new.save(book, {"标题": "乙"})
    assert book.undo().done
    assert Manuscript.get().name == "甲"


def test_a_copy_takes_the_words_but_those_of_the_day(draft):
    record = draft(成文日期="2025年1月1日", 期号="第3期", 附注="联系人：王海燕")
    sketch = copied(record, TODAY)
    words = sketch.words({})
    assert (sketch.new, sketch.form, sketch.genre, sketch.record.day) == (True, LETTER, "函", "2026-11-23")
    assert (words["标题"], words["附注"]) == (record.name, "联系人：王海燕")
    assert {"成文日期", "期号"}.isdisjoint(words)


# slips


@pytest.fixture
def watch():
    return SlipWatch()


def test_slips_are_counted_over_all_words(watch):
    [found] = watch.look({"标题": "关于(某事)的函", "正文": "现函告如下:甲,乙"})
    assert (found.sort, found.count, found.act) == ("marks", 4, "改成全角")
    assert found.said == "标题、正文里有 4 处半角标点，如“关于(某事)”"


def test_blanks_between_characters_are_a_sort_of_their_own(watch):
    [found] = watch.look({"正文": "各 基层工会", "出席": "王海燕 李建平", "签发人": "王海燕 李建平"})
    assert (found.said, found.act) == ("正文里有 1 处汉字之间的空格，如“各 基层工”", "去掉空格")


def test_marks_and_numbers_are_two_sorts(watch):
    assert [found.sort for found in watch.look({"正文": "甲,乙。26年5月"})] == ["marks", "numbers"]


def test_where_all_is_well_nothing_is_said(watch):
    assert watch.look({"正文": "甲，乙。"}) == []


def test_what_was_left_is_not_told_again(watch):
    words = {"正文": "甲,乙"}
    watch.leave(watch.look(words)[0], words)
    assert watch.look(words) == []


def test_a_new_slip_beside_one_that_was_left_is_told(watch):
    words = {"正文": "各级工会组织,全体工会干部"}
    watch.leave(watch.look(words)[0], words)
    [found] = watch.look({"正文": "各级工会组织,全体工会干部和职工,家属"})
    assert found.count == 1
