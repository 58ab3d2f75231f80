"""Make every picture of the help: each tab, each page of the menu, what leads to them, and each form.

    .venv/bin/python build_spec/screenshots.py              all of them, into resources/help/pictures/
    .venv/bin/python build_spec/screenshots.py home backup  only these

The county, the day, the clock and the names of the PC are fixed, so that the same program makes the same pictures on
the same machine. Whoever adds a tab, a page of the menu or a form adds its way to ``WAYS`` (a test says so).
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from options import Options  # noqa: E402
from standing_clock import DAY, stand_still  # noqa: E402 - it has to stand still before anything looks at it

GRAMMAR = Options(description="重做帮助里的图。在装好库的环境里运行：.venv/bin/python build_spec/screenshots.py")
GRAMMAR.optional.add_argument("names", nargs="*", metavar="图", help="只做这几张，如 home backup；不写就全做")

if __name__ == "__main__":  # not where only the list of pictures is wanted
    GRAMMAR.parse_args()  # before the libraries: help needs none
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["TZ"] = "Asia/Shanghai"
    stand_still()

from PIL import Image  # noqa: E402
from PySide6.QtCore import QBuffer, QEventLoop, QIODevice, QTimer  # noqa: E402
from PySide6.QtWidgets import QLabel, QWidget  # noqa: E402

from xunion_desktop import catalogue  # noqa: E402
from xunion_desktop.app import Program  # noqa: E402
from xunion_desktop.basics.places import Places  # noqa: E402
from xunion_desktop.basics.resources import form_ids, resource  # noqa: E402
from xunion_desktop.basics.rights import Role  # noqa: E402
from xunion_desktop.branches.records.branch import Branch  # noqa: E402
from xunion_desktop.branches.records.leaving import delete_union  # noqa: E402
from xunion_desktop.branches.words import REMINDER  # noqa: E402
from xunion_desktop.desk.desk import Desk  # noqa: E402
from xunion_desktop.desk.login_page import LoginPage  # noqa: E402
from xunion_desktop.desk.painting import PaperFonts  # noqa: E402
from xunion_desktop.desk.picturing import page_jpeg  # noqa: E402
from xunion_desktop.documents.manuscripts import Manuscript  # noqa: E402
from xunion_desktop.documents.pages.drafts_list import open_draft  # noqa: E402
from xunion_desktop.documents.printed import void  # noqa: E402
from xunion_desktop.documents.records import Printing  # noqa: E402
from xunion_desktop.home.pages.rescue import RescuePage  # noqa: E402
from xunion_desktop.office.access import add_user, found  # noqa: E402
from xunion_desktop.office.filling import fill  # noqa: E402
from xunion_desktop.office.pages.office_page import OfficePage  # noqa: E402
from xunion_desktop.office.words import office_words  # noqa: E402
from xunion_desktop.paper.fonts import FontBook  # noqa: E402
from xunion_desktop.paper.forms import shipped_form  # noqa: E402
from xunion_desktop.paper.typeset import typeset  # noqa: E402
from xunion_desktop.store.book import Book  # noqa: E402
from xunion_desktop.window import MainWindow  # noqa: E402

TARGET = ROOT / "resources" / "help" / "pictures"
LEDGER = ROOT / "tests" / "data" / "branches_ledger.xls"
COUNTY = {"branches": 120, "members": 8000, "seed": 1}
NAME, OWNER, PASSWORD = "兴县总工会", "王海燕", "一起上山去"
SIZE, WIDTH, PAPER_WIDTH = (1366, 768), 960, 620  # of the window; of pictures: as wide as help at 100 %
COLOURS = 128
SHOWN_FOLDER = r"D:\工会工作台"  # instead of where this machine keeps them
Page = TypeVar("Page", bound=QWidget)
_PATIENCE = 30  # seconds for the jobs of a page


class Stage:
    """The running program over the demo county, in a passing folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        os.environ["XUNION_HOME"] = str(folder)
        self.program = Program(Places(folder / "books", folder / "settings.json", folder / "logs"), DAY)
        self.plain = self._county(folder / "books" / NAME, None)
        self.locked = self._county(folder / "上锁" / NAME, (OWNER, PASSWORD))

    def _county(self, path: Path, owner: tuple[str, str] | None) -> Path:
        with Book.create(path, catalogue.record_classes(), owner=owner) as book:
            fill(book)
            if owner is not None:
                found(book, owner[0])
                add_user(book, "李明", Role.READER, PASSWORD)
                add_user(book, "张春梅", Role.CLERK, PASSWORD)
            catalogue.fill_demo(book, today=DAY, **COUNTY)
            return book.marker

    def window(self) -> MainWindow:
        """The window over the county, at 首页, everything under way over."""
        if not isinstance(self.program.window, MainWindow) or self._book() != self.plain:
            before = self.program.window
            self.program.open(self.plain)
            opened = self.wait_for(MainWindow, before)
            bare_fonts(opened.desk)
            if not Printing.alive().exists():
                a_day_of_work(opened.desk)
        window = self.wait_for(MainWindow)
        OfficePage.note_asked(window.desk)
        for room_card in catalogue.TABS:
            window.stack.clear_over(room_card.id)
        window.open_tab("home")
        return window

    def _book(self) -> Path | None:
        return self.program.book.marker if self.program.book is not None else None

    def wait_for(self, page: type[Page], before: QWidget | None = None) -> Page:
        """The window, once it is such a one: a book that is left is copied first, a password is tried in a worker."""
        while self.program.window is before or not isinstance(self.program.window, page):
            self.settle()
        return self.program.window

    def settle(self) -> None:
        """Let the event loop go round until no job is under way."""
        loop, ticks, end = QEventLoop(), QTimer(), QTimer()
        quiet = [0]

        def look() -> None:
            quiet[0] = 0 if self.program.furniture.jobs.busy else quiet[0] + 1
            if quiet[0] > 8:
                loop.quit()

        ticks.timeout.connect(look)
        end.setSingleShot(True)
        end.timeout.connect(loop.quit)
        ticks.start(20)
        end.start(_PATIENCE * 1000)
        loop.exec()


def bare_fonts(desk: Desk) -> None:
    """A PC whose system has no fonts for papers; those of this machine are not looked for."""
    desk.faces.system = True
    desk.faces._folders = tuple  # noqa: SLF001 - nobody else wants other folders than those of the system
    desk.faces.look(anew=True)


def a_day_of_work(desk: Desk) -> None:
    """Letters printed, one of them 作废, and unions deleted: no page of the help is an empty one."""
    printing, today = desk.printing, desk.today
    assert printing is not None
    prepared = printing.prepare(REMINDER, desk.register("branches").keys("due60"))
    printing.issue(prepared, prepared.printable)
    void(desk.book, [Printing.alive().order_by(Printing.id).first()], "单位名称有误", today)
    for branch in Branch.alive().order_by(Branch.sort_key.desc()).limit(3):
        with desk.book.deed(f"删除{branch.label} {branch.title()}") as deed:
            delete_union(deed, branch)


# how each page is reached; the name is that of its picture


def tab(room_id: str) -> Callable[[Stage], None]:
    """A tab of the window."""
    return lambda stage: stage.window().open_tab(room_id)


def room(room_id: str) -> Callable[[Stage], None]:
    """The page of a room without a tab."""
    return lambda stage: stage.window().open_room(catalogue.room(room_id))


def menu(page_id: str) -> Callable[[Stage], None]:
    """A page of the menu 设置."""
    return lambda stage: stage.window().open_menu_page(page_id)


def backup(stage: Stage) -> None:
    """备份与恢复 with a backup in it."""
    menu("backup")(stage)
    stage.program.window.page.make()


def importing(stage: Stage) -> None:
    """The wizard where it shows the doubts."""
    window = stage.window()
    window.open_tab("branches")
    window.desk.import_into("branches")
    window.page.read(LEDGER)


def printing(stage: Stage) -> None:
    """The preview of some letters."""
    window = stage.window()
    window.open_tab("branches")
    window.desk.print("branches/election_reminder", window.desk.register("branches").keys("overdue")[:9])


def draft(stage: Stage) -> None:
    """A draft beside its pages."""
    window = stage.window()
    window.open_tab("documents")
    open_draft(window.desk, Manuscript.alive().order_by(Manuscript.id).first().id)


def prints(stage: Stage) -> None:
    """打印登记, and how one letter was laid out."""
    window = stage.window()
    window.desk.open_register("printings")
    register = window.page.part
    register.show_records(key=register.list.model.keys[1])
    register.panel.chips.check("look")
    register.panel.chips.chosen.emit("look")


def log_in(stage: Stage) -> None:
    """The log-in of a protected book."""
    stage.program.open(stage.locked)
    stage.wait_for(LoginPage)


def behind_the_door(page_id: str) -> Callable[[Stage], None]:
    """A page of the menu that a protected book shows otherwise, or alone."""
    return lambda stage: go_in(stage, page_id)


def go_in(stage: Stage, page_id: str) -> None:
    """Log in, and open this page."""
    log_in(stage)
    page = stage.program.window
    assert isinstance(page, LoginPage)
    page.password.password.setText(PASSWORD)
    page.password.deed.click()
    window = stage.wait_for(MainWindow)
    window.messages.clear()
    window.open_menu_page(page_id)


def first_run(stage: Stage) -> None:
    """The first page on a new PC."""
    stage.program.leaving.at_once()  # as if there had never been one
    stage.program.entrance.welcome()


def rescue(stage: Stage) -> None:
    """从备份恢复 on a PC without a book."""
    first_run(stage)
    stage.program.entrance.rescue()
    assert isinstance(stage.program.window, RescuePage)


def practice(stage: Stage) -> None:
    """The practice county in its frame."""
    stage.program.open_demo()
    stage.program.window.open_tab("branches")


WAYS: dict[str, Callable[[Stage], None]] = {
    "home": tab("home"),
    "branches": tab("branches"),
    "documents": tab("documents"),
    "draft": draft,
    "prints": prints,
    "people": room("people"),
    "office": room("office"),
    "values": menu("values"),
    "words": menu("words"),
    "holidays": menu("holidays"),
    "forms": menu("forms"),
    "fonts": menu("fonts"),
    "journal": menu("journal"),
    "bin": menu("bin"),
    "backup": backup,
    "check": menu("check"),
    "about": menu("about"),
    "practice_page": menu("practice"),
    "import": importing,
    "printing": printing,
    "login": log_in,
    "password": behind_the_door("password"),
    "users": behind_the_door("users"),
    "first_run": first_run,
    "rescue": rescue,
    "practice": practice,
}


def form_picture(form_id: str) -> str:
    """The name of a form's picture."""
    return f"form_{form_id.split('/')[1]}"


# taking them


def take(stage: Stage, name: str) -> Image.Image:
    """Go there and take the window."""
    WAYS[name](stage)
    window = stage.program.window
    assert window is not None
    window.resize(*SIZE)
    stage.settle()
    if isinstance(window, MainWindow) and window.messages.note is not None and name != "backup":
        window.messages.clear()
        stage.settle()  # the page takes the room
    unplaced(window, stage.folder)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.ReadWrite)
    window.grab().save(buffer, "PNG")
    buffer.seek(0)
    return Image.open(io.BytesIO(buffer.data().data())).convert("RGB")


def unplaced(window: QWidget, folder: Path) -> None:
    """Folders of this machine become those of an ordinary PC."""
    for shown in window.findChildren(QLabel):
        if str(folder) in shown.text():
            shown.setText(shown.text().replace(str(folder), SHOWN_FOLDER).replace("/", "\\"))


def first_page(form_id: str, fonts: FontBook) -> Image.Image:
    """The first page of a form's own sample."""
    form = shipped_form(form_id)
    pages = typeset(form.document({**office_words(DAY), **form.sample()}), fonts).pages
    return Image.open(io.BytesIO(page_jpeg(pages[0], PaperFonts(resource("fonts")), 200))).convert("RGB")


def keep(picture: Image.Image, name: str, width: int) -> int:
    """Scale it, reduce its colours, write it; its bytes."""
    height = round(picture.height * width / picture.width)
    small = picture.resize((width, height), Image.Resampling.LANCZOS)
    file = TARGET / f"{name}.png"
    small.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, kmeans=1, dither=Image.Dither.NONE).save(file, optimize=True)
    return file.stat().st_size


def main(wanted: Sequence[str]) -> int:
    """Take those that are wanted, or all."""
    if unknown := set(wanted) - {*WAYS, *map(form_picture, form_ids())}:
        GRAMMAR.error(f"没有图“{'、'.join(sorted(unknown))}”")
    TARGET.mkdir(exist_ok=True)
    began, size = time.monotonic(), 0
    with tempfile.TemporaryDirectory(prefix="xunion-") as folder:
        stage = Stage(Path(folder))
        stage.window()
        fonts = FontBook()
        for form_id in form_ids():
            if not wanted or form_picture(form_id) in wanted:
                size += keep(first_page(form_id, fonts), form_picture(form_id), PAPER_WIDTH)
        for name in WAYS:
            if not wanted or name in wanted:
                size += keep(take(stage, name), name, WIDTH)
        stage.program.close()
    print(f"{size / 1e6:.1f} MB，{time.monotonic() - began:.0f} 秒")
    return 0


if __name__ == "__main__":
    sys.exit(main(GRAMMAR.parse_args().names))
