"""Furniture: what the pages of every book look and speak with. It knows no book: the log-in stands on it too."""

from __future__ import annotations

from dataclasses import dataclass, field

from xunion_desktop.basics.settings import Settings

from .background import Background
from .files import FileAsker
from .icons import Icons
from .messages import Messages
from .scale import Scale


@dataclass(frozen=True)
class Furniture:
    """Made once when the program starts, and handed to each desk."""

    scale: Scale
    icons: Icons
    settings: Settings
    jobs: Background
    messages: Messages
    files: FileAsker = field(default_factory=FileAsker)
