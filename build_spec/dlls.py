"""The import tables of the frozen program: nothing may be asked of Windows that Windows 10 1809 does not have.

A library that Windows lacks keeps the program from starting, with a message nobody in the office understands. What
1809 has beside the program's own files is listed here; ``icuuc.dll`` came with 1903 and is what Qt 6.10 asks for.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pefile

SYSTEM = """
advapi32 authz bcrypt bcryptprimitives cfgmgr32 combase comctl32 comdlg32 crypt32 cryptsp d2d1 d3d11 d3d12 d3d9 dnsapi
dwmapi dwrite dxgi gdi32 imm32 iphlpapi kernel32 mpr mscoree msvcrt ncrypt netapi32 ntdll ole32 oleaut32 powrprof
propsys psapi rpcrt4 secur32 setupapi shcore shell32 shlwapi synchronization ucrtbase uiautomationcore user32 userenv
usp10 uxtheme version windowscodecs winhttp winmm winspool.drv wintrust wldap32 ws2_32 wtsapi32
"""
# Sets of functions that 1809 has, by the version in their name
SETS = """
api-ms-win-core-synch-l1-2-0 api-ms-win-core-path-l1-1-0 api-ms-win-core-winrt-l1-1-0
api-ms-win-core-winrt-string-l1-1-0 api-ms-win-core-winrt-error-l1-1-0 api-ms-win-shcore-scaling-l1-1-1
"""
THERE = frozenset((SYSTEM + SETS).split())
RUNTIME = "api-ms-win-crt-"  # the C runtime of every Windows 10


def imports(file: Path) -> set[str]:
    """The libraries a program or library needs at its start, lower case, as written in it."""
    table = pefile.PE(str(file), fast_load=True)
    table.parse_data_directories(pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_IMPORT"])
    return {entry.dll.decode().lower() for entry in getattr(table, "DIRECTORY_ENTRY_IMPORT", ())}


def is_there(library: str, own: frozenset[str]) -> bool:
    """Whether a library comes with the program or with Windows 10 1809."""
    stem = library.removesuffix(".dll")
    return library in own or stem in THERE or stem.startswith(RUNTIME)


def lacking(program: Path) -> list[str]:
    """Every import of the program's folder that Windows 10 1809 could not satisfy: ``file: library``."""
    files = [path for path in sorted(program.rglob("*")) if path.suffix.lower() in (".exe", ".dll", ".pyd")]
    own = frozenset(path.name.lower() for path in files)
    return [
        f"{path.relative_to(program)}: {library}"
        for path in files
        for library in sorted(imports(path))
        if not is_there(library, own)
    ]


if __name__ == "__main__":
    found = lacking(Path(sys.argv[1]))
    print("\n".join(found) or "都在 Windows 10 1809 里")
    sys.exit(bool(found))
