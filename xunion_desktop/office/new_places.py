"""New places: where a book may come to be, whatever it is made of: nothing, a package, a backup.

Each way to a new book asks here, so that none of them ends where the program clears up, or keeps what is its own.
"""

from __future__ import annotations

from pathlib import Path

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.places import Places, find_places, program_folder
from xunion_desktop.store.disk_faults import disk_told
from xunion_desktop.store.folder import BookFolder
from xunion_desktop.store.gateway import Progress
from xunion_desktop.store.package import unpack
from xunion_desktop.store.shelf import default_root
from xunion_desktop.store.unlocking import Unlock

from .doorstep import is_practice, replicas_of


def demand_new_place(path: Path, places: Places | None = None) -> None:
    """Trouble where a book would go with the practice county, or be in the way of what the program itself keeps.

    A link, a short name or a path from within the folder leads to the same place.
    """
    places = places or find_places(program_folder())
    folder = BookFolder.of(path).folder
    with disk_told(folder):
        within, own = is_practice(places, folder), _is_own(folder.resolve(), places, replicas_of(folder, places))
    if within:
        raise Trouble("练习县的文件夹里不能放别的本子。", "重新开始练习时，里面的都会清掉；请换一个地方。")
    if own:
        raise Trouble(f"“{folder}”是程序自己要用的，不能放本子。", "请换一个文件夹，或换一个名称。")


def _is_own(folder: Path, places: Places, replicas: Path) -> bool:
    """Whether it is a folder of the program, lies in one, or holds them all."""
    within = (replicas, default_root(replicas), places.logs, places.settings)
    holds_all = places.data.resolve().is_relative_to(folder)
    return holds_all or any(folder.is_relative_to(path.resolve()) for path in within)


def unpacked(file: Path, path: Path, unlock: Unlock | None = None, progress: Progress | None = None) -> BookFolder:
    """Make a book of a package where one may come to be; call it in a worker."""
    demand_new_place(path)
    return unpack(file, path, unlock, progress)
