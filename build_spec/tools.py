"""The programs that a build runs: installed where we may, else named, before anything is made."""

from __future__ import annotations

import shutil
from collections.abc import Mapping

from build_log import Failed
from start import install, may_install


def require(needed: Mapping[str, str]) -> str:
    """See that every command is there, given with its Debian packages; what was installed, or Failed."""
    missing = " ".join(packages for command, packages in needed.items() if shutil.which(command) is None)
    if not missing:
        return ""
    if not may_install():
        raise Failed(f"缺少工具，请运行：sudo apt-get install {missing}")
    if not install(missing):
        raise Failed(f"没有装上 {missing}，原因见上面几行；多半是没有网络或 Debian 的软件源")
    return f"装了 {missing}"
