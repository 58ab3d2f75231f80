"""Build the .deb for desktops of the Debian family: ``python3 build_spec/linux.py``; the result lies in dist/.

The layout is that of the UOS store (/opt/apps/<id>/files, entries, info), with links where a plain Debian looks. The
plugins of input methods are kept. It needs at least the glibc of the Debian it was built on; the package says which.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import first_page
import handing_out
import releases
import system_licences
import tools
import wheels
from build_log import FAULTS, Failed, Log, told
from options import Options
from start import QT_LIBRARIES, SCREEN_LIBRARIES, Lacking, python_311

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
ID = "cn.xunion.desktop"
NEEDED = {"dpkg-deb": "dpkg", "objcopy": "binutils"}  # command: Debian package
FREEZERS = ("pyinstaller", "altgraph", "packaging", "setuptools")
DESKTOP = f"""[Desktop Entry]
Type=Application
Name=工会工作台
Comment=县总工会办公室的离线工作台
Exec=/opt/apps/{ID}/files/xunion_desktop %f
Icon={ID}
MimeType=application/x-xunion;
Categories=Office;
StartupWMClass=xunion-desktop
"""
MIME = """<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="application/x-xunion">
    <comment>工会工作台的本子</comment>
    <glob pattern="*.xunion"/>
  </mime-type>
</mime-info>
"""


class Package:
    """One .deb: what is kept between builds in ``work``, the result in ``dist``."""

    def __init__(self, work: Path, dist: Path) -> None:
        self.work = work
        self.dist = dist
        self.version = handing_out.version()
        self.program = work / "frozen" / "xunion_desktop"
        self.file = dist / f"{ID}_{self.version}_amd64.deb"

    def freeze(self) -> str:
        """PyInstaller in an environment of exactly the locked libraries."""
        python = self.work / "venv" / "bin" / "python"
        if not python.exists():
            subprocess.run([*python_311(), "-m", "venv", str(self.work / "venv")], check=True)
        remedy = f"没有网络的，在有网络的电脑上做一次，把 {self.work.name} 这个文件夹原样带到同样的地方。"
        for lock in (ROOT / "requirements.lock", self._freezers()):
            wheels.pip(str(python), "install", "-q", *wheels.BY_SUM, "-r", str(lock), remedy=remedy)
        places = ["--distpath", str(self.program.parent), "--workpath", str(self.work / "made")]
        command = [str(python), "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR", *places]
        environment = {**os.environ, "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": str(releases.EPOCH)}
        subprocess.run([*command, str(HERE / "xunion.spec")], check=True, env=environment)
        return f"{handing_out.megabytes(self.program):.0f} MB"

    def licences(self) -> str:
        """The text of every library PyInstaller took from this system, into the frozen program: 关于 shows them."""
        sites = sorted((self.work / "venv" / "lib").glob("python3.*/site-packages"))
        target = self.program / "_internal" / "resources" / "licences"
        return system_licences.lay_down(self.work / "made" / "xunion" / "COLLECT-00.toc", sites[-1], target)

    def _freezers(self) -> Path:
        """The part of the Windows lock that freezes; its sums hold for the files of every system."""
        listed = self.work / "freezers.txt"
        listed.write_text("\n".join(block for block in wheels.locked() if block.startswith(FREEZERS)), encoding="utf-8")
        return listed

    def self_test(self) -> str:
        """The frozen program proves itself."""
        answer = subprocess.run(
            [str(self.program / "xunion-desktop"), "self-test"], capture_output=True, text=True, check=False
        )
        if answer.returncode:
            raise Failed(answer.stdout + answer.stderr)
        return "\n" + answer.stdout.strip()

    def to_first_page(self) -> str:
        """How long it takes to the log-in page (goal: 0.5 s warm)."""
        lacking = first_page.lacking()
        return f"没有量：{lacking}" if lacking else first_page.told(first_page.starts(self.program))

    def build(self) -> str:
        """Lay out the package and pack it."""
        tree = self.work / "tree"
        shutil.rmtree(tree, ignore_errors=True)
        home = tree / "opt" / "apps" / ID
        shutil.copytree(self.program, home / "files", symlinks=True)
        picture = ROOT / "resources" / "icons" / "program.png"
        for place, content in self._texts().items():
            target = tree / place
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(content, encoding="utf-8")
        for icons in (home / "entries" / "icons", tree / "usr" / "share" / "icons"):
            folder = icons / "hicolor" / "256x256" / "apps"
            folder.mkdir(parents=True)
            shutil.copyfile(picture, folder / f"{ID}.png")
        (tree / "usr" / "bin").mkdir(parents=True)
        (tree / "usr" / "bin" / "xunion-desktop").symlink_to(f"/opt/apps/{ID}/files/xunion-desktop")
        releases.date_alike(tree)
        self.dist.mkdir(exist_ok=True)
        environment = {**os.environ, "SOURCE_DATE_EPOCH": str(releases.EPOCH)}
        command = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z4", "--build", str(tree), str(self.file)]
        subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
        return f"{self.file.name}，{handing_out.megabytes(self.file):.1f} MB，需要 glibc {glibc(self.program)} 以上"

    def _texts(self) -> dict[str, str]:
        home = f"opt/apps/{ID}"
        return {
            "DEBIAN/control": self._control(),
            f"{home}/info": self._info(),
            f"{home}/entries/applications/{ID}.desktop": DESKTOP,
            f"{home}/entries/mime/packages/{ID}.xml": MIME,
            f"usr/share/applications/{ID}.desktop": DESKTOP,
            f"usr/share/mime/packages/{ID}.xml": MIME,
            f"usr/share/doc/{ID}/copyright": (ROOT / "LICENSE").read_text(encoding="utf-8"),
        }

    def _control(self) -> str:
        needed = ", ".join([f"libc6 (>= {glibc(self.program)})", *QT_LIBRARIES.split(), *SCREEN_LIBRARIES.split()])
        lines = {
            "Package": ID,
            "Version": self.version,
            "Architecture": "amd64",
            "Maintainer": "xunion <xunion@localhost>",
            "Installed-Size": str(round(handing_out.megabytes(self.program) * 1000)),
            "Depends": needed,
            "Section": "editors",
            "Priority": "optional",
            "Description": "工会工作台：县总工会办公室的离线工作台",
        }
        return "".join(f"{name}: {value}\n" for name, value in lines.items())

    def _info(self) -> str:
        """What the UOS store reads; it asks for nothing beside its own window."""
        told = {"appid": ID, "name": "工会工作台", "version": f"{self.version}.0", "arch": ["amd64"], "permissions": {}}
        return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def glibc(program: Path) -> str:
    """The highest version of the C library that any file of the program asks for."""
    found = {(2, 17)}
    for path in program.rglob("*"):
        if path.is_file() and not path.is_symlink():
            found |= {
                (int(major), int(minor)) for major, minor in re.findall(rb"GLIBC_(\d+)\.(\d+)\b", path.read_bytes())
            }
    return ".".join(str(part) for part in max(found))


def require_tools() -> str:
    """See that every tool and the right Python are there before anything is made."""
    python_311()
    return tools.require(NEEDED)


def main(arguments: Sequence[str] | None = None) -> int:
    """Freeze, prove, pack; 1 where a step failed."""
    Options(description="在 Debian 上做 .deb，结果在 dist。要 Python 3.11；第一次要网络。").parse_args(arguments)
    log = Log(ROOT / "dist" / "linux.log")
    package = Package(ROOT / "build" / "linux", ROOT / "dist")
    package.work.mkdir(parents=True, exist_ok=True)
    log.say(f"工会工作台 {package.version}{handing_out.commit()}，{time.strftime('%Y-%m-%d %H:%M')}")
    try:
        log.step("工具", require_tools)
        log.step("打成一个文件夹", package.freeze)
        log.step("随带的库的许可证", package.licences)
        log.step("冻结程序自检", package.self_test)
        log.step("启动到登录页", package.to_first_page)
        log.step("软件包", package.build)
        log.step("校验和", lambda: releases.write_sums(package.dist).name)
    except (Lacking, *FAULTS) as fault:
        log.say(f"没有做成：{told(fault)}")
        return 1
    log.say("没有证实：统信 UOS、麒麟的真机；它们的输入法（fcitx）和软件商店；ARM 和龙芯没有软件包。")
    return 0


if __name__ == "__main__":
    sys.exit(main())
