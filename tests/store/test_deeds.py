"""Deeds: what one writes, what it keeps of itself, and what it refuses."""

import pytest

from tests.store.village import House, Memo, Villager
from xunion_desktop.basics.errors import Cancelled, Trouble
from xunion_desktop.store.book import Book


@pytest.fixture
def house(book: Book) -> House:
    with book.deed("新增房屋") as deed:
        return deed.save(House(name="东院", code="A1", built="2021-06"))


def fail(book: Book, record: House, *, delete: bool = False) -> None:
    """Save or delete a record in a deed that comes to nothing."""
    with book.deed("不成") as deed:
        (deed.delete if delete else deed.save)(record)
        raise LookupError


def test_a_saved_record_is_read_back(book: Book, house: House):
    read = House.get_by_id(house.id)
    assert (read.name, read.built, read.state, read.empty) == ("东院", "2021-06", "new", None)


def test_saving_again_writes_only_what_was_set_since(book: Book, house: House):
    stale, fresh = House.get_by_id(house.id), House.get_by_id(house.id)
    fresh.remark = "漏雨"
    stale.price = 500
    with book.deed("一") as deed:
        deed.save(fresh)
    with book.deed("二") as deed:
        deed.save(stale)
    read = House.get_by_id(house.id)
    assert (read.remark, read.price) == ("漏雨", 500)


def test_the_store_keeps_what_is_sorted_and_found_by(book: Book, house: House):
    assert house.sort_key.startswith("dong")
    assert house.search_text == "东院 dongyuan dy a1"


def test_a_new_name_brings_a_new_sort_key(book: Book, house: House):
    house.name = "西院"
    with book.deed("改名") as deed:
        deed.save(house)
    read = House.get_by_id(house.id)
    assert (read.sort_key[:2], "xiyuan" in read.search_text) == ("xi", True)


def test_a_surname_is_read_as_one(book: Book):
    with book.deed("新增") as deed:
        villager = deed.save(Villager(name="单小明"))
    assert "shanxiaoming" in villager.search_text


def test_computed_fields_are_filled_before_saving(book: Book):
    with book.deed("新增") as deed:
        villager = deed.save(Villager(name="任某"))
    assert Villager.get_by_id(villager.id).initial == "任"


def test_computed_fields_are_filled_in_bulk(book: Book):
    with book.deed("导入") as deed:
        (key,) = deed.insert_many(Villager, [{"name": "任某"}])
    assert Villager.get_by_id(key).initial == "任"


def test_bulk_rows_get_defaults_and_sort_keys(book: Book):
    with book.deed("导入") as deed:
        keys = deed.insert_many(House, ({"name": name} for name in ("西院", "东院")))
    assert [house.id for house in House.select().order_by(House.sort_key)] == [keys[1], keys[0]]
    assert House.get_by_id(keys[0]).state == "new"


def test_bulk_rows_take_a_link_by_record_or_key(book: Book, house: House):
    with book.deed("导入") as deed:
        deed.insert_many(Villager, [{"name": "甲", "house": house}, {"name": "乙", "house_id": house.id}])
    assert house.villagers.count() == 2


def test_many_are_changed_by_a_condition(book: Book, house: House):
    with book.deed("变旧") as deed:
        assert deed.update_where(House, {"state": "old"}, House.code == "A1") == 1
    assert House.get_by_id(house.id).state == "old"


def test_a_condition_does_not_reach_the_deleted(book: Book, house: House):
    with book.deed("删") as deed:
        deed.delete(house)
    with book.deed("变旧") as deed:
        assert deed.update_where(House, {"state": "old"}, House.code == "A1") == 0


def test_names_changed_by_a_condition_sort_anew(book: Book, house: House):
    with book.deed("改名") as deed:
        deed.update_where(House, {"name": "西院"}, House.code == "A1")
    assert House.get_by_id(house.id).sort_key.startswith("xi")


def test_records_that_compute_are_prepared_when_changed_by_a_condition(book: Book):
    with book.deed("导入") as deed:
        (key,) = deed.insert_many(Villager, [{"name": "任某"}])
        deed.update_where(Villager, {"name": "单某"}, Villager.id == key)
    assert Villager.get_by_id(key).initial == "单"


def test_deleting_hides(book: Book, house: House):
    with book.deed("删") as deed:
        deed.delete(house)
    assert (House.alive().count(), House.select().count()) == (0, 1)


def test_what_is_pointed_to_is_not_deleted(book: Book, house: House):
    with book.deed("入住") as deed:
        deed.insert_many(Villager, [{"name": name, "house": house} for name in "甲乙丙"])
    with pytest.raises(Trouble, match="还有 3 个村民指着它"), book.deed("删") as deed:
        deed.delete(house)


def test_what_the_deleted_point_to_is_deleted(book: Book, house: House):
    with book.deed("入住") as deed:
        villager = deed.save(Villager(name="甲", house=house))
    with book.deed("删") as deed:
        deed.delete(villager)
        deed.delete(house)
    assert House.alive().count() == 0


def test_nothing_new_points_to_the_deleted(book: Book, house: House):
    with book.deed("删") as deed:
        deed.delete(house)
    with pytest.raises(Trouble, match="房屋“东院”已经删除"), book.deed("入住") as deed:
        deed.save(Villager(name="甲", house=house))
    with pytest.raises(Trouble, match="房屋“东院”已经删除"), book.deed("入住") as deed:
        deed.insert_many(Villager, [{"name": "甲", "house": house}])


def test_a_deleted_record_is_not_saved(book: Book, house: House):
    with book.deed("删") as deed:
        deed.delete(House.get_by_id(house.id))
    house.name = "西院"
    with pytest.raises(Trouble, match="已经删除"), book.deed("改") as deed:
        deed.save(house)


def test_deleting_what_was_deleted_meanwhile_writes_nothing_more(book: Book, house: House):
    with book.deed("删") as deed:
        deed.delete(House.get_by_id(house.id))
    with book.deed("再删") as deed:
        deed.delete(house)
    assert [line.label for line in book.deeds()] == ["删", "新增房屋"]


def test_deleting_what_was_never_saved_writes_nothing(book: Book):
    with book.deed("删") as deed:
        deed.delete(House(name="没有的院子"))
    assert book.deeds() == []


def test_a_double_is_told_by_the_name_of_its_field(book: Book, house: House):
    with pytest.raises(Trouble, match="房屋的编号不能重复"), book.deed("又一个") as deed:
        deed.save(House(name="南院", code="A1"))


def test_what_was_deleted_frees_its_code(book: Book, house: House):
    with book.deed("删") as deed:
        deed.delete(house)
    with book.deed("又一个") as deed:
        deed.save(House(name="南院", code="A1"))
    assert House.alive().count() == 1


def test_a_deed_that_fails_leaves_nothing(book: Book):
    with pytest.raises(LookupError):
        fail(book, House(name="东院"))
    assert (House.select().count(), book.deeds()) == (0, [])


def test_a_record_of_a_failed_deed_can_be_saved_later(book: Book, house: House):
    house.name = "西院"
    with pytest.raises(LookupError):
        fail(book, house)
    with book.deed("再改") as deed:
        deed.save(house)
    assert House.get_by_id(house.id).name == "西院"


def test_a_record_deleted_by_a_failed_deed_is_alive(book: Book, house: House):
    with pytest.raises(LookupError):
        fail(book, house, delete=True)
    assert (house.deleted_at, House.alive().count()) == (None, 1)


def test_an_empty_deed_leaves_no_trace(book: Book, house: House):
    with book.deed("什么也没改") as deed:
        deed.save(House.get_by_id(house.id))
    assert [line.label for line in book.deeds()] == ["新增房屋"]


def test_setting_the_same_value_is_no_change(book: Book, house: House):
    house.name = "东院"
    with book.deed("没改") as deed:
        deed.save(house)
    assert len(book.deeds()) == 1


def test_deeds_do_not_nest(book: Book):
    with book.deed("外"), pytest.raises(RuntimeError, match="nest"), book.deed("内"):
        pass


def test_a_deed_line_tells_label_user_and_counts(book: Book):
    with book.deed("导入", user="小李") as deed:
        deed.insert_many(House, [{"name": "东院"}, {"name": "西院"}])
        deed.save(Villager(name="甲"))
    line = book.deeds()[0]
    assert (line.label, line.user, line.count, line.kinds) == ("导入", "小李", 3, ("house", "villager"))


def test_who_listens_hears_the_kinds_after_the_commit(book: Book):
    heard = []
    book.changed.append(lambda kinds: heard.append((kinds, House.select().count())))
    with book.deed("新增") as deed:
        deed.save(House(name="东院"))
    assert heard == [({"house"}, 1)]


def test_nobody_hears_of_a_failed_deed(book: Book):
    heard = []
    book.changed.append(heard.append)
    with pytest.raises(LookupError):
        fail(book, House(name="东院"))
    assert heard == []


def test_progress_is_told_with_the_total(book: Book):
    told = []
    with book.deed("导入", progress=lambda done, total: told.append((done, total))) as deed:
        deed.insert_many(House, [{"name": str(number)} for number in range(1200)])
    assert told == [(500, 1200), (1000, 1200), (1200, 1200)]


def test_cancelling_changes_nothing(book: Book):
    def cancel(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled), book.deed("导入", progress=cancel) as deed:
        deed.insert_many(House, [{"name": "东院"}])
    assert House.select().count() == 0


def test_a_note_leaves_no_trace_in_the_journal(book: Book):
    with book.note() as note:
        note.save(Memo(text="记一下"))
    assert (Memo.select().count(), book.deeds()) == (1, [])


def test_a_note_really_deletes(book: Book):
    with book.note() as note:
        note.delete(note.save(Memo(text="记一下")))
    assert Memo.select().count() == 0


def test_a_note_does_not_write_journaled_records(book: Book):
    with pytest.raises(RuntimeError, match=r"book\.deed"), book.note() as note:
        note.save(House(name="东院"))


def test_a_deed_does_not_write_notes(book: Book):
    with pytest.raises(RuntimeError, match=r"book\.note"), book.deed("记") as deed:
        deed.save(Memo(text="记一下"))
