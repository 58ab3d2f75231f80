"""Whether another program holds a file: what WPS, Excel and LibreOffice leave beside it while it is open."""

from __future__ import annotations

import os
from pathlib import Path

_LOCKS = ((".~{}", "WPS"), ("~${}", "WPS 或 Excel"), (".~lock.{}#", "LibreOffice"))


def holder(path: Path) -> str:
    """The program that has the file open, by its lock file; "" = none seen."""
    for pattern, program in _LOCKS:
        try:
            if (path.parent / pattern.format(path.name)).exists():
                return program
        except OSError:
            continue
    return ""


def holder_after(error: OSError, path: Path) -> str:
    """The program that made this error: Windows refuses a file that is open elsewhere as 'permission denied'."""
    refused = isinstance(error, PermissionError) and os.name == "nt" and path.exists()
    return holder(path) or ("WPS 或 Excel" if refused else "")
