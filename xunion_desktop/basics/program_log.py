"""The log of the program on this PC: what happened and what went wrong, never what a record holds."""

from __future__ import annotations

import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

from xunion_desktop import __version__

_BYTES, _KEPT = 1_000_000, 3
log = logging.getLogger(__name__)


def keep_log(folder: Path) -> None:
    """Write what happens into a small file that rolls over; a folder that cannot be written is no reason to stop."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = RotatingFileHandler(
            folder / "xunion.log", maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True
        )
    except OSError:
        return
    file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(file)
    logging.getLogger().setLevel(logging.INFO)
    log.info("start %s, Python %s, %s", __version__, sys.version.split()[0], sys.platform)
