"""Every tab, page of the menu and form has its help page with a picture; nothing is missing, nothing left over."""

import re
import tomllib

import pytest
from PIL import Image
from screenshots import PAPER_WIDTH, WAYS, WIDTH, form_picture

from xunion_desktop import catalogue
from xunion_desktop.basics.resources import form_ids, resource

HELP = resource("help")
PAGES = {file.stem: file.read_text(encoding="utf-8") for file in HELP.glob("*.md")}
PICTURES = {file.stem: file for file in (HELP / "pictures").glob("*.png")}
NAMED = {page: set(re.findall(r"!\[[^\]]+\]\(pictures/(\w+)\.png\)", text)) for page, text in PAGES.items()}
MENU = [page.id for room in catalogue.ROOMS for page in room.menu]
OTHER_NAMES = {"practice": "practice_page"}  # of the picture of a page of the menu
LARGEST_SET = 4_000_000


@pytest.mark.parametrize("room", [room for room in catalogue.ROOMS if room.page is not None], ids=lambda room: room.id)
def test_every_page_of_a_room_is_shown_in_its_help(room):
    assert room.id in WAYS
    assert room.id in NAMED[room.help]


@pytest.mark.parametrize("page_id", [*MENU, "practice", "about"])
def test_every_page_of_the_menu_is_shown_in_the_help(page_id):
    picture = OTHER_NAMES.get(page_id, page_id)
    assert picture in WAYS
    assert [page for page, named in NAMED.items() if picture in named]


@pytest.mark.parametrize("form_id", form_ids())
def test_every_form_is_shown_in_its_help(form_id):
    assert form_picture(form_id) in NAMED[form_id.split("/")[1]]


@pytest.mark.parametrize("page", PAGES)
def test_every_picture_of_a_page_is_there(page):
    assert NAMED[page] <= set(PICTURES)


def test_every_picture_is_named_by_a_page_and_can_be_made_again():
    named = set().union(*NAMED.values())
    assert set(PICTURES) == named == {*WAYS, *map(form_picture, form_ids())}


def test_every_link_of_a_page_leads_to_one():
    linked = {target for text in PAGES.values() for target in re.findall(r"\]\((\w+)\.md\)", text)}
    assert linked <= set(PAGES)


def test_the_help_says_which_rooms_that_there_are_the_treasurer_may_change():
    [line] = re.findall(r"(?m)^\| 财务 \| (.+) \|$", PAGES["users"])
    shipped = tomllib.loads(resource("rights.toml").read_text(encoding="utf-8"))["right"]
    may_write = {right["room"] for right in shipped if (right["role"], right["level"]) == ("财务", "write")}
    rooms = "".join(f"“{room.title}”" for room in catalogue.ROOMS if room.id in may_write)
    assert line.partition("能改")[0] == rooms


def width_of(file):
    with Image.open(file) as picture:
        return picture.width


def test_the_pictures_are_small():
    assert sum(file.stat().st_size for file in PICTURES.values()) <= LARGEST_SET
    assert {width_of(file) for file in PICTURES.values()} == {WIDTH, PAPER_WIDTH}
