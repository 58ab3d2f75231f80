"""The window in our own face: no word of the program is shown as a box where the system has no Chinese font."""

import pytest
from fontTools.ttLib import TTFont

from xunion_desktop.basics.resources import resource
from xunion_desktop.desk.typeface import application_family

HELP = sorted(resource("help").glob("*.md"))


@pytest.fixture(scope="module")
def drawn() -> set[int]:
    return set(TTFont(resource("fonts", "hei.ttf")).getBestCmap())


@pytest.mark.parametrize("page", HELP, ids=lambda page: page.stem)
def test_every_sign_of_the_help_is_in_our_own_face(page, drawn):
    signs = {sign for sign in page.read_text(encoding="utf-8") if not sign.isspace()}
    assert {sign for sign in signs if ord(sign) not in drawn} == set()


@pytest.mark.parametrize("sign", "▾…·→↑↓")
def test_every_sign_on_a_button_is_in_our_own_face(sign, drawn):
    assert ord(sign) in drawn


@pytest.mark.usefixtures("qapp")
def test_qt_reads_our_own_face():
    assert application_family(resource("fonts", "hei.ttf")) == "XUnion Hei"
