"""The setup under wine: every proof of the build as a test. Needs what ``windows.py`` froze."""

import shutil
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WORK = ROOT / "build" / "windows"
sys.path.insert(0, str(ROOT / "build_spec"))

import handing_out  # noqa: E402
import proving  # noqa: E402
from bench import no_disks  # noqa: E402
from wine_host import Wine  # noqa: E402

NO_DISKS = no_disks() if shutil.which("wine") else ""

pytestmark = [
    pytest.mark.wine,
    pytest.mark.skipif(shutil.which("wine") is None, reason="这台电脑没有 wine"),
    pytest.mark.skipif(not (WORK / "frozen").exists(), reason="先运行 python3 build_spec/windows.py"),
]


@pytest.fixture(scope="module")
def bench(tmp_path_factory):
    program = WORK / "frozen" / "xunion_desktop"
    return proving.prepare(Wine(WORK / "wine"), program, handing_out.version(), tmp_path_factory.mktemp("p"))


@pytest.mark.parametrize("title", proving.PROOFS)
def test_what_the_setup_does_and_refuses(bench, title):
    if title in proving.left_out(NO_DISKS):
        pytest.skip(f"要 root 来挂小磁盘（现在{NO_DISKS}）")
    assert proving.PROOFS[title](bench) == ""
