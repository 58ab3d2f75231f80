"""Draw resources/icons/program.ico and .png: 工 in white on the program's red.

    python build_spec/icon.py

Run it only to change the drawing; the file is kept in the repository. Three bars make the character, so no font and
no licence is involved. Each size is drawn eight times as large and reduced, 16 to 256 pixels.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from options import Options

if TYPE_CHECKING:
    from PIL import Image

TARGET = Path(__file__).resolve().parents[1] / "resources" / "icons" / "program.ico"
RED, WHITE = "#B4232A", "#FFFFFF"
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
BARS = ((0.22, 0.24, 0.78, 0.35), (0.445, 0.35, 0.555, 0.65), (0.16, 0.65, 0.84, 0.76))  # of the square's side
OVERSIZE = 8


def drawn(size: int) -> Image.Image:
    """The mark, ``size`` pixels square."""
    from PIL import Image, ImageDraw

    side = size * OVERSIZE
    picture = Image.new("RGBA", (side, side))
    draw = ImageDraw.Draw(picture)
    draw.rounded_rectangle((0, 0, side - 1, side - 1), radius=side * 0.18, fill=RED)
    for left, top, right, bottom in BARS:
        draw.rectangle((left * side, top * side, right * side - 1, bottom * side - 1), fill=WHITE)
    return picture.resize((size, size), Image.Resampling.LANCZOS)


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw it in every size."""
    Options(description="画程序的图标。在装好库的环境里运行：.venv/bin/python build_spec/icon.py").parse_args(arguments)
    pictures = [drawn(size) for size in SIZES]
    pictures[-1].save(TARGET, sizes=[(size, size) for size in SIZES], append_images=pictures[:-1])
    pictures[-1].save(TARGET.with_suffix(".png"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
