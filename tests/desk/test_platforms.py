"""Qt's platforms are told from the files of their plugins."""

from xunion_desktop.desk.platforms import has_platform


def test_a_platform_that_came_with_the_program_is_there() -> None:
    assert has_platform("offscreen")


def test_a_platform_without_its_file_is_not() -> None:
    assert not has_platform("nonsense")
