"""reprint: a paper of the print register again as a PDF, under its number."""

from argparse import Namespace

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.catalogue import ROOMS
from xunion_desktop.documents.print_desk import PrintDesk
from xunion_desktop.documents.records import ORIGINAL, VOID, Printing

from .books import open_book
from .console import Code, answer, say
from .targets import be_sure_of

_TYPED = str.maketrans(
    {"[": "〔", "]": "〕", "［": "〔", "］": "〕", "【": "〔", "】": "〕"}
)  # what a keyboard has for 六角括号


def run(options: Namespace) -> int:
    """Write the PDF of that number; the print register has one line more."""
    be_sure_of(options.out, [".pdf"], options.book)
    with open_book(options.book) as book:
        desk = PrintDesk(book, ROOMS, options.today, book.user, made=options.made)
        issued = desk.reprint_pdf(registered(options.number), options.out)
    if options.json:
        answer({"number": options.number, "sheets": issued.sheets, "file": str(options.out)})
    else:
        say(f"{issued.title}（{options.number}）补打了 {issued.sheets} 页：{options.out}")
    return Code.DONE


def registered(number: str) -> Printing:
    """The line of the print register with that number; its last word, 作废 too. Trouble where there is none."""
    number = number.strip().translate(_TYPED)
    lines = Printing.alive().where((Printing.number_text == number) & (Printing.kind << [ORIGINAL, VOID]))
    line: Printing | None = lines.order_by(Printing.id.desc()).first()
    if line is None:
        raise Trouble(f"打印登记里没有“{number}”。", "请核对文号，年份用六角括号，如 兴工函〔2026〕38号。")
    return line
