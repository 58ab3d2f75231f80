"""The list by which the frozen program knows its files."""

import hashlib

from shipped_sums import write_shipped_sums


def test_every_file_that_comes_with_the_program_is_listed_with_its_sum(tmp_path):
    for name in ("resources/help/start.md", "forms/branches/roster.toml", "LICENSE", "xunion_desktop/app.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    lines = write_shipped_sums(tmp_path, tmp_path / "work" / "new").read_text(encoding="utf-8").splitlines()
    listed = {name: value for value, _, name in (line.partition("  ") for line in lines)}
    assert set(listed) == {"resources/help/start.md", "forms/branches/roster.toml", "LICENSE"}
    assert listed["LICENSE"] == hashlib.sha256(b"LICENSE").hexdigest()
