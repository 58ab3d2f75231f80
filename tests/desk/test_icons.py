"""Icons of a program that is not whole: nothing is drawn, and it is told once which file is gone."""

import shutil

import pytest

from xunion_desktop.basics.resources import resource
from xunion_desktop.desk.icons import Icons


@pytest.fixture
def icons(scale, tmp_path):
    return Icons(shutil.copytree(resource("icons"), tmp_path / "icons"), scale)


def drawn(icons, name):
    """Whether any pixel of it has ink."""
    image = icons.pixmap(name).toImage()
    return any(image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height()))


def test_a_whole_program_draws_and_has_nothing_to_say(icons):
    assert drawn(icons, "search")
    assert icons.fault is None


@pytest.mark.parametrize(
    ("content", "what"), [(None, "不见了"), (b"<svg", "坏了"), (b"", "坏了"), (b"\xff", "读不出来")]
)
def test_an_icon_that_is_gone_or_damaged_is_drawn_as_nothing_and_told_once(icons, tmp_path, qtbot, content, what):
    for name in ("search", "lock"):
        file = tmp_path / "icons" / f"{name}.svg"
        file.unlink() if content is None else file.write_bytes(content)
    told = []
    icons.lacking.connect(told.append)
    assert not drawn(icons, "search")
    assert not drawn(icons, "lock")
    assert [(trouble.sentence, trouble.remedy) for trouble in told] == [
        (f"程序自带的文件 search.svg {what}。", "请重新安装程序。")
    ]
    assert icons.fault is told[0]
