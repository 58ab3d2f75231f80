"""查找 over all registers."""

from tests.county import TODAY
from xunion_desktop.basics.pinyin import initials
from xunion_desktop.branches.records.branch import Branch
from xunion_desktop.desk.desk import Desk
from xunion_desktop.home.finding import find
from xunion_desktop.people.records import Person


def registers(desk: Desk) -> list:
    return [desk.register(name) for room in desk.rooms for name in room.search]


def test_a_name_finds_its_union(desk: Desk) -> None:
    branch = Branch.alive().order_by(Branch.sort_key).first()
    hits = [hit for group in find(registers(desk), branch.name, TODAY) for hit in group.hits]
    assert branch.id in [hit.key for hit in hits]


def test_initials_find_it_too(desk: Desk) -> None:
    branch = Branch.alive().order_by(Branch.sort_key).first()
    groups = find(registers(desk), initials(branch.name), TODAY)
    assert branch.id in [hit.key for group in groups for hit in group.hits]


def test_a_group_counts_all_and_shows_the_first(desk: Desk) -> None:
    groups = find(registers(desk), "示例", TODAY, most=3)
    branches = next(group for group in groups if group.register == "branches")
    assert branches.count > 3
    assert len(branches.hits) == 3


def test_blanks_find_nothing(desk: Desk) -> None:
    assert find(registers(desk), "  ", TODAY) == []


def test_what_is_nowhere_gives_no_group(desk: Desk) -> None:
    assert find(registers(desk), "无此单位", TODAY) == []


def test_no_sensitive_value_stands_in_a_second_line(desk: Desk) -> None:
    groups = find(registers(desk), "示例", TODAY, most=100)
    texts = " ".join(hit.second for group in groups for hit in group.hits)
    secrets = [value for person in Person.alive() for value in (person.phone, person.id_number) if value]
    assert secrets
    assert not [secret for secret in secrets if secret in texts]
