"""Which fonts draw papers on this PC: looked for once, kept with its settings; places never change with the face."""

import pytest
from PySide6.QtGui import QImage, QPainter

from tests.system_faces import made
from xunion_desktop.basics.resources import resource
from xunion_desktop.desk.painting import PagePainter, PaperFonts
from xunion_desktop.desk.paper_faces import FOUND, OWN_ONLY, PaperFaces
from xunion_desktop.paper.pages import Glyphs, Page
from xunion_desktop.paper.system_fonts import Choice

PIXELS = 40.0


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("Fonts")
    made(folder / "simfang.ttf", "FangSong", "仿宋", without="喆", narrow="工")
    return folder


@pytest.fixture
def make_faces(furniture, folder, qtbot):
    def make(**given):
        faces = PaperFaces(
            furniture.settings, furniture.jobs, furniture.jobs, system=True, folders=lambda: [folder], **given
        )
        with qtbot.waitSignal(faces.changed):
            faces.look()
        return faces

    return make


@pytest.fixture
def system_fonts(qapp, folder):
    choice = Choice("仿宋", "仿宋", "", folder / "simfang.ttf", 0, ("FangSong", "仿宋"))
    return PaperFonts(resource("fonts"), [choice])


def face_of(faces, role):
    return next(choice for choice in faces.choices if choice.role == role)


def test_nothing_of_the_system_is_used_unless_it_is_asked_for(furniture):
    faces = PaperFaces(furniture.settings, furniture.jobs, furniture.jobs)
    assert faces.fonts.pieces("fang", "兴", PIXELS)
    assert furniture.settings.get(FOUND, {}) == {}


def test_a_good_face_of_the_system_comes_first(make_faces, folder):
    faces = make_faces()
    assert face_of(faces, "仿宋").path == folder / "simfang.ttf"
    assert "没有找到" in face_of(faces, "楷体").why


def test_what_was_found_is_kept_with_the_settings(make_faces, furniture):
    make_faces()
    kept = furniture.settings.get(FOUND, {})
    kept["choices"][1]["face"] = "上次找到的"
    assert face_of(make_faces(), "仿宋").face == "上次找到的"


def test_a_new_font_is_found_at_the_next_look(make_faces, furniture, folder):
    make_faces()
    furniture.settings.get(FOUND, {})["seen"] = ["other"]
    assert face_of(make_faces(), "仿宋").face != "上次找到的"


@pytest.mark.parametrize("odd", [7, ["仿宋"], [{"role": "仿宋", "face": "上次找到的", "path": None}]])
def test_what_was_kept_in_another_way_is_looked_for_anew(make_faces, furniture, folder, odd):
    make_faces()
    furniture.settings.get(FOUND, {})["choices"] = odd
    assert face_of(make_faces(), "仿宋").path == folder / "simfang.ttf"


def test_our_own_may_be_wanted_always(make_faces, furniture):
    faces = make_faces()
    faces.use_own_only(wanted=True)
    assert furniture.settings.get(OWN_ONLY, False) is True
    assert all(choice.path is None for choice in faces.choices)


def test_the_system_s_face_draws_what_it_can(system_fonts):
    pieces = list(system_fonts.pieces("fang", "兴县", PIXELS))
    assert [list(piece.places) for piece in pieces] == [[0, 1]]
    assert pieces[0].raw.familyName() in {"FangSong", "仿宋"}


def test_what_the_system_s_face_lacks_is_drawn_in_our_own(system_fonts):
    pieces = list(system_fonts.pieces("fang", "兴喆县", PIXELS))
    assert [list(piece.places) for piece in pieces] == [[0, 2], [1]]
    assert all(glyph for piece in pieces for glyph in piece.glyphs)


def test_what_is_wider_or_narrower_there_is_drawn_in_our_own(system_fonts):
    pieces = list(system_fonts.pieces("fang", "兴工县", PIXELS))
    assert [list(piece.places) for piece in pieces] == [[0, 2], [1]]


def test_other_roles_are_drawn_in_our_own(system_fonts):
    assert next(iter(system_fonts.pieces("kai", "兴", PIXELS))).raw.familyName() not in {"FangSong", "仿宋"}


def test_every_character_keeps_its_place_whatever_face_draws_it(system_fonts):
    page = Page(60, 10, (Glyphs("fang", 16, "兴工县喆", 2, 7, 10.0),))

    def left_edges(fonts):
        image = QImage(600, 100, QImage.Format.Format_Grayscale8)
        image.fill(255)
        painter = QPainter(image)
        PagePainter(painter, fonts, 10).page(page)
        painter.end()
        inked = [x for x in range(600) if any(image.pixel(x, y) & 0xFF < 128 for y in range(100))]
        return [min(x for x in inked if start <= x < start + 100) for start in (15, 115, 215, 315)]

    ours, theirs = left_edges(PaperFonts(resource("fonts"))), left_edges(system_fonts)
    assert all(abs(one - other) < 12 for one, other in zip(ours, theirs, strict=True))


def test_other_faces_are_drawn_anew(system_fonts):
    before = system_fonts.changes
    system_fonts.use([])
    assert system_fonts.changes == before + 1
