"""What PyInstaller freezes: the program, once with a window and once for the console."""

import sys

from xunion_desktop.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
