"""What the frozen program leaves out, and what it must not."""

import pytest
from trimming import needed, stays, trimmed


@pytest.mark.parametrize(
    "name",
    [
        r"PySide6\opengl32sw.dll",
        r"PySide6\Qt6Network.dll",
        r"PySide6\plugins\tls\qopensslbackend.dll",
        r"PySide6\plugins\platforms\qdirect2d.dll",
        r"PySide6\plugins\imageformats\qwebp.dll",
        r"PySide6\translations\qtbase_de.qm",
        r"PIL\_avif.cp311-win_amd64.pyd",
        "PySide6/Qt/lib/libQt6Quick.so.6",
    ],
)
def test_what_widgets_never_load_is_left_out(name):
    assert not stays(name, windows=True)


@pytest.mark.parametrize(
    "name",
    [
        r"PySide6\Qt6Core.dll",
        r"PySide6\Qt6Widgets.dll",
        r"PySide6\Qt6PrintSupport.dll",
        r"PySide6\Qt6Svg.dll",
        r"PySide6\plugins\platforms\qwindows.dll",
        r"PySide6\plugins\platforms\qoffscreen.dll",
        r"PySide6\plugins\imageformats\qjpeg.dll",
        r"PySide6\plugins\imageformats\qsvg.dll",
        r"PySide6\translations\qtbase_zh_CN.qm",
        r"PIL\_imaging.cp311-win_amd64.pyd",
        r"resources\fonts\fang.ttf",
        r"forms\branches\election_reminder.toml",
    ],
)
def test_what_the_program_needs_stays(name):
    assert stays(name, windows=True)


def test_the_input_methods_stay_on_linux_only():
    plugin = "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so"
    assert stays(plugin, windows=False)
    assert not stays(plugin, windows=True)


@pytest.mark.parametrize(
    "name",
    [
        "pillow.libs/libtiff-20b7e810.so.6.3.0",
        "pillow.libs/libopenjp2-e530e1bf.so.2.5.4",
        "pillow.libs/libxcb-9065bb12.so.1.1.0",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platformthemes/libqxdgdesktopportal.so",
        "libQt6XcbQpa.so.6",
    ],
)
def test_what_a_library_on_linux_is_linked_to_stays(name):
    assert stays(name, windows=False)


@pytest.mark.parametrize(
    "name",
    [
        "pillow.libs/libavif-c6062d5f.so.16.4.2",
        "libwebp-51b0b3f7.so.7.2.0",
        "libQt6WaylandClient.so.6",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
    ],
)
def test_what_only_left_out_parts_need_is_left_out_on_linux(name):
    assert not stays(name, windows=False)


def test_entries_keep_their_order():
    kept = [("a.dll", "x", "BINARY"), ("b.dll", "y", "BINARY")]
    assert trimmed([kept[0], ("opengl32sw.dll", "z", "BINARY"), kept[1]], windows=True) == kept


ENTRIES = [
    ("_ssl.so", "/home/a/python/lib-dynload/_ssl.so", "EXTENSION"),
    ("libssl.so.3", "/lib/x86_64-linux-gnu/libssl.so.3", "BINARY"),
    ("libcairo.so.2", "/lib/x86_64-linux-gnu/libcairo.so.2", "BINARY"),
    ("libpixman-1.so.0", "/lib/x86_64-linux-gnu/libpixman-1.so.0", "BINARY"),
    ("libpython3.11.so.1.0", "/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0", "BINARY"),
    ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK"),
]
LINKED = {
    "/home/a/python/lib-dynload/_ssl.so": ["libssl.so.3"],
    "/lib/x86_64-linux-gnu/libcairo.so.2": ["libpixman-1.so.0"],
    "/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0": [],
}


def test_a_library_of_the_system_that_nothing_asks_for_is_left_out_with_what_it_asked_for():
    kept = needed(ENTRIES, lambda source: LINKED[source])
    assert [place for place, _, _ in kept] == [
        "_ssl.so",
        "libssl.so.3",
        "libpython3.11.so.1.0",
        "libQt6Core.so.6",
    ]
