"""The options of a build's script: asked for and refused in Chinese, by the grammar of the program itself."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))

from xunion_desktop.commands.arguments import ChineseArguments as Options

__all__ = ["Options"]
