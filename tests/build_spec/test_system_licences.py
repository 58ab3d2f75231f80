"""No library of this Debian goes into the .deb without a licence that somebody has read."""

import pytest
import system_licences
from build_log import Failed
from system_licences import Library, collected, common_named, is_of_python, lay_down, licence, of_wheels, unread

SITE = "/home/a/venv/lib/python3.11/site-packages"


@pytest.mark.parametrize(
    ("stem", "word"),
    [
        ("libgnutls", "LGPL-2.1 或以后"),
        ("libgmp", "LGPL-3.0 或以后"),
        ("libxcb-render-util", "MIT"),
        ("libstdc++", "GPL-3.0，附运行库例外"),
        ("libreadline", ""),  # GPL alone
        ("libX11-other", ""),
    ],
)
def test_a_library_is_known_by_its_name(stem, word):
    assert licence(stem) == word


def test_the_name_of_a_library_has_no_version():
    assert Library("libpcre2-8.so.0", "").stem == "libpcre2-8"
    assert Library("a/libglib-2.0.so.0", "").stem == "libglib-2.0"


def test_the_list_of_pyinstaller_names_the_libraries():
    listed = "([('LICENSE', '/a/LICENSE', 'DATA'), ('libz.so.1', '/lib/libz.so.1', 'BINARY')],)"
    assert collected(listed) == [Library("libz.so.1", "/lib/libz.so.1")]


@pytest.mark.parametrize(
    ("source", "is_it"),
    [
        ("/home/a/3.11.7/lib/libpython3.11.so.1.0", True),
        ("/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0", True),
        ("/usr/lib/python3.11/lib-dynload/_ssl.so", True),
        (f"{SITE}/lxml/etree.so", False),
        ("/lib/x86_64-linux-gnu/libssl.so.3", False),
    ],
)
def test_what_python_brought_is_known(source, is_it):
    assert is_of_python(source) is is_it


def test_a_file_of_a_wheel_belongs_to_its_library(tmp_path):
    record = tmp_path / "A_b-1.0.dist-info"
    record.mkdir()
    (record / "METADATA").write_text("Metadata-Version: 2.1\nName: A_b\nVersion: 1.0\n", encoding="utf-8")
    (record / "RECORD").write_text("a/x.so,,\n", encoding="utf-8")
    assert of_wheels(tmp_path)[str(tmp_path / "a" / "x.so")] == "a-b"


def test_the_whole_texts_a_copyright_refers_to_are_found():
    text = "see /usr/share/common-licenses/LGPL-2.1. And '/usr/share/common-licenses/GPL-3'."
    assert common_named(text) == {"LGPL-2.1", "GPL-3"}


def test_a_library_nobody_has_read_is_named():
    fault = unread([Library("libreadline.so.8", "/lib/x86_64-linux-gnu/libreadline.so.8")], {}, set())
    assert "libreadline.so.8：没有人读过它的许可证" in fault[0]


def test_a_library_of_no_package_is_named(monkeypatch):
    monkeypatch.setattr(system_licences, "package_of", lambda source: "")
    assert "不属于任何软件包" in unread([Library("libz.so.1", "/opt/libz.so.1")], {}, set())[0]


def test_a_wheel_needs_a_collected_text():
    library = Library("lxml/etree.so", f"{SITE}/lxml/etree.so")
    assert unread([library], {library.source: "lxml"}, {"lxml"}) == []
    assert "lxml 没有许可证" in unread([library], {library.source: "lxml"}, set())[0]


def test_the_build_stops_where_a_text_is_lacking(tmp_path):
    made = tmp_path / "COLLECT-00.toc"
    made.write_text("([('libreadline.so.8', '/lib/libreadline.so.8', 'BINARY')],)", encoding="utf-8")
    with pytest.raises(Failed, match=r"libreadline\.so\.8"):
        lay_down(made, tmp_path, tmp_path)


@pytest.fixture
def system(tmp_path, monkeypatch):
    """Documents, common licences and packages of a made-up system: a package p in version 1.2."""
    (tmp_path / "p").mkdir()
    (tmp_path / "p" / "copyright").write_text("See /usr/share/common-licenses/Z-1.", encoding="utf-8")
    (tmp_path / "Z-1").write_text("THE TEXT", encoding="utf-8")
    (tmp_path / "licences").mkdir()
    monkeypatch.setattr("licences.DOCUMENTS", tmp_path)
    monkeypatch.setattr("licences.COMMON", tmp_path)
    monkeypatch.setattr(system_licences, "package_of", lambda source: "p")
    monkeypatch.setattr(system_licences, "version_of", lambda package: "1.2")
    return tmp_path


def laid_down(system, name):
    made = system / "COLLECT-00.toc"
    made.write_text(f"([('{name}', '/lib/{name}', 'BINARY')],)", encoding="utf-8")
    lay_down(made, system / "site", system / "licences")
    return (system / "licences" / "debian-p.txt").read_text(encoding="utf-8")


def test_each_package_is_one_text_and_each_common_licence_another(system):
    text = laid_down(system, "libz.so.1")
    assert text.startswith("p 1.2（Debian）\nZlib\n\n")
    assert "libz.so.1" in text
    assert (system / "licences" / "common-Z-1.txt").read_text(encoding="utf-8").endswith("THE TEXT\n")


def test_a_library_of_which_the_copyright_is_silent_brings_the_words_of_its_source(system):
    assert "M.I.T. S.I.P.B." in laid_down(system, "libcom_err.so.2")
    assert "M.I.T. S.I.P.B." not in laid_down(system, "libz.so.1")


def test_a_text_that_is_referred_to_and_not_there_stops_the_build(system):
    (system / "Z-1").unlink()
    with pytest.raises(Failed, match="Z-1"):
        laid_down(system, "libz.so.1")
