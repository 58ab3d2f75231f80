"""unpack: a book out of a package that came from another PC."""

from argparse import Namespace
from pathlib import Path

from xunion_desktop.office.new_places import unpacked

from .console import Code, answer, say
from .log_in import AtConsole


def run(options: Namespace) -> int:
    """Make the book; Trouble where one stands there already, or the package is not whole."""
    place = unpacked(options.file, Path(options.book), AtConsole())
    if options.json:
        answer({"book": str(place.folder)})
    else:
        say(f"本子已解开到“{place.folder}”，验证过，可以打开了。原来那台电脑上的不要再用，以免两边各记各的。")
    return Code.DONE
