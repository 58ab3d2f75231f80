"""Undo and redo: inverses as a new deed, and what stands in the way."""

import pytest

from tests.store.village import Headcount, House, Lane, Letter, Villager
from xunion_desktop.basics.errors import Trouble
from xunion_desktop.store.book import Book


@pytest.fixture
def house(book: Book) -> House:
    with book.deed("新增房屋") as deed:
        return deed.save(House(name="东院", code="A1"))


def named(house: House) -> str | None:
    """The name of a house in the book, None if it is gone."""
    living = House.alive().where(House.id == house.id).first()
    return living.name if living else None


def rename(book: Book, house: House, name: str) -> None:
    house.name = name
    with book.deed(f"改名{name}") as deed:
        deed.save(house)


def test_undo_of_a_new_record_hides_it(book: Book, house: House):
    outcome = book.undo()
    assert (outcome.done, outcome.label, named(house)) == (True, "新增房屋", None)


def test_undo_of_a_change_brings_the_old_values_back(book: Book, house: House):
    rename(book, house, "西院")
    book.undo()
    assert (named(house), House.get_by_id(house.id).sort_key[:4]) == ("东院", "dong")


def test_undo_of_a_deletion_brings_the_record_back(book: Book, house: House):
    with book.deed("删") as deed:
        deed.delete(house)
    book.undo()
    assert named(house) == "东院"


def test_undo_goes_back_step_by_step(book: Book, house: House):
    rename(book, house, "西院")
    rename(book, house, "南院")
    seen = [named(house) for _ in range(4) if book.undo().done]
    assert seen == ["西院", "东院", None]


def test_redo_goes_forward_step_by_step(book: Book, house: House):
    rename(book, house, "西院")
    book.undo()
    book.undo()
    seen = [named(house) for _ in range(3) if book.redo().done]
    assert seen == ["东院", "西院"]


def test_what_was_redone_can_be_undone_again(book: Book, house: House):
    rename(book, house, "西院")
    for step in (book.undo, book.redo, book.undo, book.redo, book.undo):
        assert step().done
    assert named(house) == "东院"


def test_after_a_new_deed_there_is_no_redo(book: Book, house: House):
    rename(book, house, "西院")
    book.undo()
    rename(book, house, "南院")
    assert (book.redoable(), book.redo().done) == (None, False)


def test_the_undo_is_a_deed_that_says_so(book: Book, house: House):
    book.undo(user="小李")
    line = book.deeds()[0]
    assert (line.label, line.user, line.count) == ("撤销：新增房屋", "小李", 1)


def test_the_redo_is_a_deed_that_says_so(book: Book, house: House):
    book.undo()
    book.redo()
    assert book.deeds()[0].label == "重做：新增房屋"


def test_an_undone_deed_is_marked(book: Book, house: House):
    book.undo()
    line = book.deeds()[1]
    assert (line.label, line.undone, line.undoable) == ("新增房屋", True, False)


def test_a_redone_deed_holds_again(book: Book, house: House):
    book.undo()
    book.redo()
    assert [line.undone for line in book.deeds() if line.label == "新增房屋"] == [False]


def test_nothing_is_undone_in_an_empty_book(book: Book):
    assert book.undo().obstacles == ["没有可以撤销的操作。"]


def test_a_deed_is_undone_only_once(book: Book, house: House):
    deed = book.deeds()[0].id
    book.undo(deed)
    assert book.undo(deed).obstacles == ["“新增房屋”已经撤销过了。"]


def test_an_earlier_deed_is_undone_by_its_id(book: Book, house: House):
    deed = book.deeds()[0].id
    with book.deed("别处") as other:
        other.save(House(name="北院"))
    assert (book.undo(deed).done, named(house)) == (True, None)


def test_a_later_change_stands_in_the_way(book: Book, house: House):
    deed = book.deeds()[0].id
    rename(book, house, "西院")
    outcome = book.undo(deed)
    assert (outcome.done, outcome.obstacles) == (False, ["房屋“西院”后来又改过（改名西院）。"])


def test_a_refused_undo_leaves_no_trace(book: Book, house: House):
    deed = book.deeds()[0].id
    rename(book, house, "西院")
    book.undo(deed)
    assert len(book.deeds()) == 2


def test_a_later_change_that_was_undone_does_not_stand_in_the_way(book: Book, house: House):
    deed = book.deeds()[0].id
    rename(book, house, "西院")
    book.undo()
    assert book.undo(deed).done


def test_a_later_change_that_was_redone_stands_in_the_way(book: Book, house: House):
    deed = book.deeds()[0].id
    rename(book, house, "西院")
    book.undo()
    book.redo()
    assert not book.undo(deed).done


def test_a_living_link_stands_in_the_way(book: Book, house: House):
    deed = book.deeds()[0].id
    with book.deed("入住") as other:
        other.save(Villager(name="甲", house=house))
    assert book.undo(deed).obstacles == ["村民“甲”还用着要撤销的房屋。"]


def test_a_deleted_link_does_not_stand_in_the_way(book: Book, house: House):
    deed = book.deeds()[0].id
    with book.deed("入住") as other:
        villager = other.save(Villager(name="甲", house=house))
    with book.deed("搬走") as other:
        other.delete(villager)
    assert book.undo(deed).done


def test_who_lived_in_a_house_that_is_gone_does_not_come_back(book: Book, house: House):
    with book.deed("入住") as deed:
        villager = deed.save(Villager(name="甲", house=house))
    with book.deed("搬走") as deed:
        deed.delete(villager)
    moved = book.deeds()[0].id
    with book.deed("拆") as deed:
        deed.delete(house)
    assert book.undo(moved).obstacles == ["房屋“东院”已经删除，而要恢复的村民用着它。"]


def test_a_lane_does_not_come_back_off_one_that_is_gone(book: Book):
    with book.deed("新增") as deed:
        main = deed.save(Lane(name="大巷"))
        side = deed.save(Lane(name="小巷", off=main))
    with book.deed("删小巷") as deed:
        deed.delete(side)
    closed = book.deeds()[0].id
    with book.deed("删大巷") as deed:
        deed.delete(main)
    assert book.undo(closed).obstacles == ["巷子“大巷”已经删除，而要恢复的巷子用着它。"]


def test_a_lane_off_a_living_one_comes_back(book: Book):
    with book.deed("新增") as deed:
        side = deed.save(Lane(name="小巷", off=deed.save(Lane(name="大巷"))))
    with book.deed("删小巷") as deed:
        deed.delete(side)
    assert book.undo().done
    assert [lane.off.name for lane in Lane.alive().where(Lane.name == "小巷")] == ["大巷"]


def test_a_lane_that_others_lead_off_is_not_taken_back_alone(book: Book):
    with book.deed("大巷") as deed:
        main = deed.save(Lane(name="大巷"))
    made = book.deeds()[0].id
    with book.deed("小巷") as deed:
        deed.save(Lane(name="小巷", off=main))
    assert book.undo(made).obstacles == ["巷子“小巷”还用着要撤销的巷子。"]


def test_links_deleted_by_the_same_deed_come_back_with_it(book: Book, house: House):
    with book.deed("入住") as deed:
        villager = deed.save(Villager(name="甲", house=house))
    with book.deed("都删") as deed:
        deed.delete(villager)
        deed.delete(house)
    assert book.undo().done
    assert (House.alive().count(), Villager.alive().count()) == (1, 1)


def test_links_made_by_the_same_deed_go_with_it(book: Book):
    with book.deed("导入") as deed:
        house = deed.save(House(name="东院"))
        deed.save(Villager(name="甲", house=house))
        deed.save(Headcount(house=house, since="2024", number=3))
    assert book.undo().done
    assert House.alive().count() + Villager.alive().count() + Headcount.alive().count() == 0


def test_a_paper_that_was_printed_stands_in_the_way(book: Book, house: House):
    deed = book.deeds()[0].id
    with book.deed("发函") as other:
        for number in ("1号", "2号"):
            other.save(Letter(number=number, about_kind="house", about_key=house.id))
    assert book.undo(deed).obstacles == ["信件“1号”已经登记，不能撤销。", "信件“2号”已经登记，不能撤销。"]


def test_a_paper_about_a_changed_record_does_not_stand_in_the_way(book: Book, house: House):
    rename(book, house, "西院")
    with book.deed("发函") as other:
        other.save(Letter(number="1号", about_kind="house", about_key=house.id))
    assert book.undo().done


def test_what_was_issued_is_not_undone(book: Book, house: House):
    with book.deed("发函") as deed:
        deed.save(Letter(number="1号", about_kind="house", about_key=house.id))
    assert book.undo(book.deeds()[0].id).obstacles == ["信件“1号”已经登记，不能撤销。"]


def test_undo_without_id_goes_past_what_was_issued(book: Book, house: House):
    rename(book, house, "西院")
    with book.deed("发函") as deed:
        deed.save(Letter(number="1号", about_kind="house", about_key=house.id))
    assert book.undoable().label == "改名西院"


def test_a_record_made_and_deleted_by_one_deed_stays_deleted(book: Book):
    with book.deed("试") as deed:
        deed.delete(deed.save(House(name="东院")))
    book.undo()
    assert House.alive().count() == 0


def test_undo_of_a_change_of_many(book: Book):
    with book.deed("导入") as deed:
        deed.insert_many(House, [{"name": f"{number}号院"} for number in range(700)])
    with book.deed("变旧") as deed:
        deed.update_where(House, {"state": "old", "price": 1}, House.name.contains("院"))
    book.undo()
    assert House.alive().where((House.state == "new") & House.price.is_null()).count() == 700


def test_sensitive_values_come_back_too(book: Book):
    with book.deed("新增") as deed:
        villager = deed.save(Villager(name="甲", phone="13800000000"))
    villager.phone = None
    with book.deed("清空") as deed:
        deed.save(villager)
    book.undo()
    assert Villager.get_by_id(villager.id).phone == "13800000000"


def test_an_import_can_be_taken_back_and_made_again(book: Book):
    for _ in range(3):
        with book.deed("导入") as deed:
            deed.insert_many(House, [{"name": "东院", "code": "A1"}])
        assert book.undo().done
    assert House.alive().count() == 0


def test_who_may_not_write_is_not_told_what_stands_in_the_way(book: Book, house: House):
    with book.deed("入住") as deed:
        deed.save(Villager(name="任国栋", house=house))
    asked = list[frozenset[str]]()

    def refuse(kinds: frozenset[str]) -> None:
        asked.append(kinds)
        raise Trouble("不能写。")

    book.guard(refuse)
    with pytest.raises(Trouble, match="不能写"):
        book.undo(book.deeds()[1].id)
    assert asked == [frozenset({"house"})]


def test_what_stands_in_the_way_and_is_hidden_is_not_called_by_name(book: Book, house: House):
    with book.deed("新增村民") as deed:
        deed.save(Villager(name="张三", house=house))
    book.guard(lambda kinds: None, frozenset({"villager"}))
    assert book.undo(book.deeds()[1].id).obstacles == ["有村民（不对您开放）还用着要撤销的房屋。"]


# the ground of the book


def test_what_laid_the_ground_of_the_book_is_not_undone(book: Book):
    with book.ground(), book.deed("建立房屋") as deed:
        house = deed.save(House(name="东院"))
    (line,) = book.deeds()
    assert not line.undoable
    assert book.undo().obstacles == ["没有可以撤销的操作。"]
    assert book.undo(line.id).obstacles == ["“建立房屋”是建这个本子时做的，不能撤销。"]
    assert named(house) == "东院"


def test_what_is_done_on_the_ground_can_be_undone(book: Book):
    with book.ground(), book.deed("建立房屋") as deed:
        house = deed.save(House(name="东院"))
    rename(book, house, "西院")
    assert book.undo().done
    assert named(house) == "东院"
