"""The version resource of the Windows programs: what Explorer shows under 属性 → 详细信息."""

from __future__ import annotations

from PyInstaller.utils.win32.versioninfo import (
    FixedFileInfo,
    StringFileInfo,
    StringStruct,
    StringTable,
    VarFileInfo,
    VarStruct,
    VSVersionInfo,
)

CHINESE, UNICODE = 0x0804, 1200


def version_resource(version: str, file: str) -> VSVersionInfo:
    """The resource of one program file; ``version`` as in the package, ``0.1.0``."""
    numbers = (*(int(part) for part in version.split(".")), 0)
    words = {
        "ProductName": "工会工作台",
        "FileDescription": "工会工作台",
        "ProductVersion": version,
        "FileVersion": version,
        "OriginalFilename": f"{file}.exe",
        "LegalCopyright": "木兰宽松许可证，第 2 版",
    }
    table = StringTable(f"{CHINESE:04x}{UNICODE:04x}", [StringStruct(name, word) for name, word in words.items()])
    return VSVersionInfo(
        ffi=FixedFileInfo(filevers=numbers, prodvers=numbers),
        kids=[StringFileInfo([table]), VarFileInfo([VarStruct("Translation", [CHINESE, UNICODE])])],
    )
