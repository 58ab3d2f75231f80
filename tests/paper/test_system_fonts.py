"""Fonts of the system: found by the names inside, tried before they are used, never those that may not be embedded."""

import pytest

from tests.system_faces import collected, made, with_postscript_outlines
from xunion_desktop.paper.system_fonts import (
    PICKS,
    Found,
    choose,
    faces_in,
    font_files,
    font_lines,
    gb2312,
    own_choices,
    refusal,
    scan,
    signature,
    system_folders,
)


@pytest.fixture(scope="module")
def fonts_of_a_pc(tmp_path_factory):
    folder = tmp_path_factory.mktemp("Fonts")
    made(folder / "a.ttf", "SimHei", "黑体")
    made(folder / "b.ttf", "FangSong", "仿宋", rights=0x0002)
    made(folder / "c.ttf", "KaiTi", "楷体", without="啊阿埃")
    with_postscript_outlines(folder / "d.otf", "FZXiaoBiaoSong-B05S")
    collected(folder / "e.ttc", "SimSun", "NSimSun")
    (folder / "f.ttf").write_bytes(b"no font at all")
    (folder / "g.txt").write_text("no font")
    return folder


@pytest.fixture(scope="module")
def found(fonts_of_a_pc):
    return scan(font_files([fonts_of_a_pc]))


@pytest.fixture(scope="module")
def choices(found):
    return {choice.role: choice for choice in choose(found)}


def named(found, name):
    return next(face for face in found if name in face.names)


def test_the_characters_of_gb2312_are_6763():
    assert len(set(gb2312())) == 6763
    assert gb2312()[0] + gb2312()[-1] == "啊齄"


def test_only_font_files_are_looked_into(fonts_of_a_pc):
    inside = [path for path in font_files([fonts_of_a_pc]) if fonts_of_a_pc in path.parents]  # Windows registers others
    assert [path.name for path in inside] == ["a.ttf", "b.ttf", "c.ttf", "d.otf", "e.ttc", "f.ttf"]


def test_a_face_is_known_by_the_names_inside_in_every_language(found):
    assert named(found, "SimHei").names == ("SimHei", "黑体")


def test_every_face_of_a_collection_is_found(fonts_of_a_pc):
    assert [(face.index, face.names) for face in faces_in(fonts_of_a_pc / "e.ttc")] == [
        (0, ("SimSun",)),
        (1, ("NSimSun",)),
    ]


def test_a_file_that_is_no_font_is_passed_over(fonts_of_a_pc):
    assert faces_in(fonts_of_a_pc / "f.ttf") == []
    assert faces_in(fonts_of_a_pc / "not there.ttf") == []


def test_a_good_face_is_used(choices, fonts_of_a_pc):
    assert choices["黑体"].path == fonts_of_a_pc / "a.ttf"
    assert choices["黑体"].face == "黑体"


def test_a_face_that_may_not_be_embedded_is_not_used(choices):
    assert choices["仿宋"].path is None
    assert "“仿宋”许可不准嵌入" in choices["仿宋"].why


def test_a_face_without_common_characters_is_not_used(choices):
    assert "缺 3 个常用字（GB2312），如 啊阿埃" in choices["楷体"].why


def test_a_face_with_other_outlines_is_not_used(choices):
    assert "CFF" in choices["小标宋"].why


def test_a_face_that_there_is_not_is_said(choices):
    assert "没有找到“仿宋_GB2312”" in choices["仿宋"].why


def test_song_is_always_our_own(choices):
    assert choices["宋体"].path is None


@pytest.mark.parametrize(
    ("rights", "refused"),
    [(0, False), (0x0004, False), (0x0008, False), (0x0002, True), (0x0100, True), (0x0200, True)],
)
def test_the_licence_is_kept(tmp_path, rights, refused):
    assert bool(refusal(Found(made(tmp_path / "x.ttf", "SimHei", rights=rights), 0, ("SimHei",)))) is refused


def test_the_first_wanted_that_is_good_is_taken():
    wanted = [Found(f"/{name}", 0, (name,)) for name in ("FangSong", "仿宋_GB2312")]
    assert {choice.role: choice.face for choice in choose(wanted, lambda face: "")}["仿宋"] == "仿宋_GB2312"
    refused = {
        choice.role: choice.face for choice in choose(wanted, lambda face: "" if "FangSong" in face.names else "坏")
    }
    assert refused["仿宋"] == "FangSong"


def test_every_kind_of_biaosong_is_known_by_its_start():
    found = [Found("/x", 0, ("方正小标宋_GBK",))]
    assert {choice.role: choice.face for choice in choose(found, lambda face: "")}["小标宋"] == "方正小标宋_GBK"


def test_only_wanted_faces_are_tried():
    tried = []
    choose([Found("/x", 0, ("Comic Sans MS",))], lambda face: tried.append(face) or "")
    assert tried == []


def test_a_new_font_changes_the_look_of_the_folders(tmp_path):
    before = signature([tmp_path])
    (tmp_path / "new.ttf").touch()
    assert signature([tmp_path]) != before


def test_the_folders_of_this_system_are_there():
    assert all(folder.is_dir() for folder in system_folders())


def test_every_role_is_told(choices):
    assert [role for role, _ in font_lines(own_choices("因为。"))] == list(PICKS)
    assert dict(font_lines(tuple(choices.values())))["黑体"].startswith("黑体。")
