"""LibreOffice: a Word file opened by it and read back as it would print, with our faces in the place of WPS's own."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.paper.proofs import Sheet, read_pdf
from xunion_desktop.basics.resources import resource

STANDING_FOR = {
    "仿宋_GB2312": "Zhuque Fangsong (technical preview)",
    "楷体_GB2312": "XUnion Kai",
    "方正小标宋简体": "XUnion Biaosong",
    "黑体": "XUnion Hei",
    "宋体": "XUnion Song",
    "Times New Roman": "Liberation Serif",
}
_MATCH = (
    '<match target="pattern"><test name="family"><string>{face}</string></test>'
    '<edit name="family" mode="assign" binding="strong"><string>{ours}</string></edit></match>'
)


class Office:
    """One LibreOffice with a home of its own."""

    def __init__(self, program: str, home: Path) -> None:
        self._program, self._home = program, home
        fonts = home / "fonts.conf"
        matches = "".join(_MATCH.format(face=face, ours=ours) for face, ours in STANDING_FOR.items())
        fonts.write_text(
            f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{resource("fonts")}</dir>'
            f"<cachedir>{home / 'cache'}</cachedir>{matches}</fontconfig>",
            encoding="utf-8",
        )
        self._environment = {**os.environ, "HOME": str(home), "FONTCONFIG_FILE": str(fonts)}

    def printed(self, word: bytes) -> list[Sheet]:
        """The pages that it makes of a Word file."""
        source = self._home / "paper.docx"
        source.write_bytes(word)
        command = [self._program, "--headless", "--convert-to", "pdf", "--outdir", str(self._home), str(source)]
        subprocess.run(command, env=self._environment, check=True, capture_output=True, timeout=120)
        return read_pdf((self._home / "paper.pdf").read_bytes())


def without_grid(word: bytes) -> bytes:
    """The file without its grid: LibreOffice, and it alone, moves the rows to the middle of what the grid leaves."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, re.sub(rb"<w:docGrid[^>]*/>", b"", old.read(name)))
    return made.getvalue()


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not on this machine")
    return Office(program, tmp_path_factory.mktemp("office"))
