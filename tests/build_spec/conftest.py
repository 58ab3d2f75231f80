"""The build's own scripts, imported as they lie beside each other."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "build_spec"))
