"""PaperFaces: which fonts draw papers in the window and on the printer of this PC; looked for once, in the background.

What was found is kept with the settings of this PC, together with how the folders of fonts looked then: as long as
they look so, nothing is searched again. Only where a window has a screen: files and tests are drawn with our own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from xunion_desktop.basics.resources import resource
from xunion_desktop.basics.settings import Settings
from xunion_desktop.paper.system_fonts import (
    Choice,
    choose,
    font_files,
    own_choices,
    scan,
    signature,
    system_folders,
)

from .background import Background
from .paper_fonts import PaperFonts

OWN_ONLY, FOUND = "own_fonts_only", "system_fonts"  # settings of this PC
_WANTED = "设定了总用内置字体。"
_KINDS = {"role": str, "face": str, "why": str, "path": str, "index": int, "names": list}  # of a kept choice
_NOT_LOOKED = "还没有找过系统的字体，用内置的。"


@dataclass(frozen=True)
class _Look:
    """What came of looking: how the folders look, and what was chosen."""

    seen: list[str]
    choices: tuple[Choice, ...]


class PaperFaces(QObject):
    """The fonts of the papers on this PC; ``changed`` = others draw from now on."""

    changed = Signal()

    def __init__(
        self,
        settings: Settings,
        jobs: Background,
        parent: QObject | None = None,
        *,
        system: bool = False,
        folders: Callable[[], Sequence[Path]] = system_folders,
    ) -> None:
        super().__init__(parent)
        self._settings, self._jobs, self._folders = settings, jobs, folders
        self.system = system  # whether the system's fonts are looked at at all
        self._looked = False
        self._found: tuple[Choice, ...] = own_choices(_NOT_LOOKED)
        self._fonts = PaperFonts(resource("fonts"))

    @property
    def fonts(self) -> PaperFonts:
        """What draws; the first one who asks has the system's fonts looked for."""
        if self.system and not self._looked:
            self.look()
        return self._fonts

    @property
    def own_only(self) -> bool:
        """Whether the clerk wants our own fonts always (总用内置字体)."""
        return self._settings.get(OWN_ONLY, False)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Which face serves which role now, and why."""
        return own_choices(_WANTED) if self.own_only else self._found

    def use_own_only(self, *, wanted: bool) -> None:
        """总用内置字体, kept with the settings of this PC."""
        self._settings.set(OWN_ONLY, wanted)
        self._show()

    def look(self, *, anew: bool = False) -> None:
        """Look for the system's fonts, beside the jobs; where nothing changed since the last time, that still holds."""
        self._looked = True
        kept: dict[str, Any] = {} if anew else self._settings.get(FOUND, {})
        folders = self._folders

        def work() -> _Look:
            places = list(folders())
            seen = signature(places)
            known = _kept(kept, seen)
            return _Look(seen, known or choose(scan(font_files(places))))

        self._jobs.glance(work, self._take)

    def _take(self, look: _Look) -> None:
        self._found = look.choices
        self._settings.set(FOUND, {"seen": look.seen, "choices": [_written(choice) for choice in look.choices]})
        self._show()

    def _show(self) -> None:
        self._fonts.use(self.choices)
        self.changed.emit()


def _kept(kept: dict[str, Any], seen: list[str]) -> tuple[Choice, ...]:
    """What was chosen when the folders looked as now; () = look again."""
    said = kept.get("choices")
    if kept.get("seen") != seen or not isinstance(said, list) or not all(map(_whole, said)):
        return ()
    choices = tuple(_read(one) for one in said)
    there = all(choice.path is None or choice.path.is_file() for choice in choices)
    return choices if there else ()


def _written(choice: Choice) -> dict[str, Any]:
    return {
        "role": choice.role,
        "face": choice.face,
        "why": choice.why,
        "path": str(choice.path) if choice.path else "",
        "index": choice.index,
        "names": list(choice.names),
    }


def _whole(one: Any) -> bool:
    """Whether this is a choice as it is written here."""
    return isinstance(one, dict) and all(isinstance(one.get(name), kind) for name, kind in _KINDS.items())


def _read(one: dict[str, Any]) -> Choice:
    path = Path(one["path"]) if one["path"] else None
    return Choice(one["role"], one["face"], one["why"], path, one["index"], tuple(one["names"]))
