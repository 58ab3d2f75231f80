"""The documents' side of printing, as window and command line use it (the protocol of ``desk/printing.py``)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from xunion_desktop.basics.errors import Trouble
from xunion_desktop.basics.room import PaperCard, Room
from xunion_desktop.desk.printing import BrokenOff, Undelivered
from xunion_desktop.office.pc_clock import set_back
from xunion_desktop.paper.fonts import FontBook
from xunion_desktop.paper.pages import Page
from xunion_desktop.store.book import Book

from .batches import kept_batch, whole_batch
from .breaks import keep_break, kept_break
from .contents import Contents, Draw, drawn, sound
from .copies import Copy, Issued, Prepared
from .drafting import Progress, prepare, quiet
from .form_notes import form_notes
from .forms import current_form
from .issuing import Deliver, Occasion, as_it_was, issue, pages_once, reprint, reprint_all
from .pdfs import free_targets, pdf_to_come, picture_targets, put_file
from .printed import void
from .records import PDF, PICTURE, Printing
from .sight import demand_sight
from .unchanged import demand_unchanged
from .word_files import SUFFIX, word_file


class PrintDesk:
    """Prepares, issues, keeps, reprints and voids the papers of all rooms. Knows no Qt.

    ``made`` = when its files say they were made, so that they are the same again; None = when they are.
    """

    def __init__(
        self,
        book: Book,
        rooms: Sequence[Room],
        today: date,
        user: str = "",
        fonts: FontBook | None = None,
        *,
        made: datetime | None = None,
    ) -> None:
        self.book = book
        self.today = today
        self.user = user
        self.fonts = fonts or FontBook()
        self.made = made
        self._contents = Contents(book, self.fonts, made)
        self._rooms = tuple(rooms)
        self._papers: dict[str, PaperCard] = {card.form: card for room in rooms for card in room.papers}

    def prepare(self, form_id: str, keys: Sequence[str], progress: Progress = quiet) -> Prepared:
        """Lay out this paper for these records, in their order; nothing is written."""
        card = self._papers.get(form_id)
        if card is None:
            raise Trouble(f"没有“{form_id}”这种文件。", "请查看模板清单，核对名称。")
        form, items = current_form(form_id), card.items(keys, self.today)
        notes = form_notes(form, card, items)
        prepared = prepare(form, items, self.today, self.fonts, progress, notes)
        return replace(prepared, keys=tuple(keys))

    def wrong_clock(self, prepared: Prepared) -> str:
        """Say what is wrong with the clock of this PC where these papers take numbers; "" = nothing is."""
        return set_back() if prepared.prefix else ""

    def issue(
        self,
        prepared: Prepared,
        chosen: Sequence[int],
        progress: Progress = quiet,
        *,
        way: str = PDF,
        printer: str = "",
    ) -> Issued:
        """Issue the chosen copies as one deed; ``way`` and ``printer`` go into the print register."""
        return self._issue(prepared, chosen, self._occasion(way, printer), progress)

    def issue_pdf(self, prepared: Prepared, chosen: Sequence[int], target: Path, progress: Progress = quiet) -> Issued:
        """Issue the chosen copies as one PDF; where it cannot be written, no number is taken."""
        return self._issue_into(prepared, chosen, [target], lambda copies, pdf: [pdf], progress)

    def issue_pdfs(self, prepared: Prepared, chosen: Sequence[int], folder: Path, progress: Progress = quiet) -> Issued:
        """Issue the chosen copies as one PDF each, named by the copy; where one cannot be written, none is issued."""
        names = [prepared.copies[place].name for place in sorted(set(chosen))]
        targets = free_targets(folder, names)

        def each(copies: Sequence[Copy], pdf: bytes) -> Iterator[bytes]:
            del pdf
            return self._contents.each(prepared.title, copies, prepared.two_sided, progress)

        return self._issue_into(prepared, chosen, targets, each, progress)

    def issue_pictures(
        self, prepared: Prepared, chosen: Sequence[int], folder: Path, draw: Draw, progress: Progress = quiet
    ) -> Issued:
        """Issue the chosen copies as one picture per page, named by the copy; where one cannot be written, none is."""
        copies = [prepared.copies[place] for place in sorted(set(chosen))]
        targets = picture_targets(folder, copies)

        def each(issued: Sequence[Copy], pdf: bytes) -> Iterator[bytes]:
            del pdf
            yield from drawn(issued, draw, progress)

        return self._issue_into(prepared, chosen, targets, each, progress, PICTURE)

    def _issue_into(
        self,
        prepared: Prepared,
        chosen: Sequence[int],
        targets: Sequence[Path],
        contents: Callable[[Sequence[Copy], bytes], Iterable[bytes]],
        progress: Progress,
        way: str = PDF,
    ) -> Issued:
        """Issue the copies into files that are written before the deed ends and put in their places after it.

        ``Undelivered`` where that fails: the numbers are given then.
        """
        issued = None
        try:
            with ExitStack() as places:
                files = [places.enter_context(pdf_to_come(target)) for target in targets]

                def deliver(copies: Sequence[Copy], pdf: bytes) -> None:
                    for file, content in zip(files, contents(copies, pdf), strict=True):
                        file.write(content)

                issued = self._issue(prepared, chosen, self._occasion(way, ""), progress, deliver)
        except Trouble as trouble:
            if issued is None:
                raise
            raise Undelivered(trouble, issued) from trouble
        return issued

    def _issue(
        self,
        prepared: Prepared,
        chosen: Sequence[int],
        occasion: Occasion,
        progress: Progress,
        deliver: Deliver | None = None,
    ) -> Issued:
        """Issue what is still as it was laid out: nothing changed since, and no copy went out meanwhile."""
        items = self._papers[prepared.form].items(prepared.keys, self.today)
        demand_unchanged(prepared, chosen, items, self.today)
        return issue(self.book, prepared, chosen, occasion, self.fonts, progress, deliver)

    def as_it_was(self, line: Printing) -> Issued:
        """Give the paper that ``reprint`` would print; nothing is written."""
        demand_sight(self.book, self._rooms, line.form, line.form_title)
        return as_it_was(self.book, line, self.fonts)

    def pages_to_look_at(self, line: Printing) -> tuple[Page, ...]:
        """Give the pages as they were printed, of a void paper too; Trouble where nothing tells them any more."""
        demand_sight(self.book, self._rooms, line.form, line.form_title)
        return pages_once(self.book, line, self.fonts)

    def reprint(self, line: Printing, *, way: str = PDF, printer: str = "") -> Issued:
        """Print a paper of the register again under its number."""
        demand_sight(self.book, self._rooms, line.form, line.form_title)
        return reprint(self.book, line, self._occasion(way, printer), self.fonts)

    def reprint_pdf(self, line: Printing, target: Path) -> Issued:
        """Print a paper of the register again as a PDF; where it cannot be written, nothing is registered."""
        was = self.as_it_was(line)
        with pdf_to_come(target) as pdf:
            pdf.write(self._contents.of_copy(was.title, was.copies[0], both=was.two_sided))
            return self.reprint(line)

    def again(self, issued: Issued, places: Sequence[int], *, way: str = PDF, printer: str = "") -> None:
        """Write into the register that these copies (places in ``issued``) are printed again under their numbers."""
        lines = self._lines(issued)
        reprint_all(self.book, [lines[place] for place in places], self._occasion(way, printer))

    def kept(self, batch: str) -> Issued:
        """Give the papers of a kept batch, to be looked at and printed again."""
        kept = kept_batch(self.book, batch)
        demand_sight(self.book, self._rooms, kept.form, kept.title)
        return kept

    def once_more(self, line: str) -> Issued:
        """Give one paper of the register as it was, to be printed again."""
        return self.as_it_was(Printing.get_by_id(line))

    def broke_off(self, issued: Issued, at: BrokenOff | None) -> None:
        """Keep where the printing of a kept batch broke off; of other papers nothing is kept to go on with.

        Nor of one paper of it that is printed again: the batch is gone on with from where that itself broke off.
        """
        if whole_batch(issued.batch, len(issued.copies)) is not None:
            keep_break(self.book, issued.batch, at)

    def broken_off(self, issued: Issued) -> BrokenOff | None:
        """Give where the printing of this batch broke off; None = it did not."""
        whole = whole_batch(issued.batch, len(issued.copies))
        return kept_break(self.book, issued.batch) if whole is not None else None

    def _lines(self, issued: Issued) -> list[Printing]:
        found = {line.id: line for line in Printing.alive().where(Printing.id.in_(list(issued.printings)))}
        return [found[key] for key in issued.printings]

    def void(self, issued: Issued, reason: str) -> None:
        """Mark everything just issued 作废."""
        lines = self._lines(issued)
        void(self.book, lines, reason, self.today, self.user)

    def save_draft(self, prepared: Prepared, target: Path) -> None:
        """Write the printable copies without numbers as one PDF; nothing is registered."""
        put_file(target, self._contents.draft(prepared))

    def save_pdf(self, issued: Issued, target: Path, progress: Progress = quiet, *, owed: Sequence[int] = ()) -> None:
        """Write all copies that are not void as one PDF: the sealed one where the whole batch was kept.

        ``owed`` = the copies for which this is one more line in the register (补打): written, or neither is.
        """
        self._again_into(issued, owed, PDF, [target], [self._contents.whole(issued)])
        progress(len(issued.copies), len(issued.copies))

    def save_pdfs(
        self, issued: Issued, folder: Path, progress: Progress = quiet, *, owed: Sequence[int] = ()
    ) -> list[Path]:
        """Write one PDF per copy, named by the copy; nothing that stands there is overwritten."""
        copies = sound(issued)
        targets = free_targets(folder, [copy.name for copy in copies])
        self._again_into(
            issued, owed, PDF, targets, self._contents.each(issued.title, copies, issued.two_sided, progress)
        )
        return targets

    def save_word(self, prepared: Prepared, copy: Copy, target: Path, progress: Progress = quiet) -> None:
        """Write one copy as a Word file; a number is not taken for it, one that is given stands in it."""
        put_file(target, word_file(prepared.template, copy, self.fonts, self.made))
        progress(1, 1)

    def save_words(self, prepared: Prepared, folder: Path, progress: Progress = quiet) -> list[Path]:
        """Write one Word file per printable copy, named by the copy; nothing that stands there is overwritten."""
        copies = [prepared.copies[place] for place in prepared.printable]
        targets = free_targets(folder, [copy.name for copy in copies], SUFFIX)
        for done, (copy, target) in enumerate(zip(copies, targets, strict=True), start=1):
            self.save_word(prepared, copy, target)
            progress(done, len(targets))
        return targets

    def save_pictures(
        self, issued: Issued, folder: Path, draw: Draw, progress: Progress = quiet, *, owed: Sequence[int] = ()
    ) -> list[Path]:
        """Write one picture per page, named by the copy; nothing that stands there is overwritten."""
        copies = sound(issued)
        targets = picture_targets(folder, copies)
        self._again_into(issued, owed, PICTURE, targets, drawn(copies, draw, progress))
        return targets

    def _again_into(
        self, issued: Issued, owed: Sequence[int], way: str, targets: Sequence[Path], contents: Iterable[bytes]
    ) -> None:
        """Write what is issued into files once more; the register is told after they are written, before they stand."""
        with ExitStack() as places:
            files = [places.enter_context(pdf_to_come(target)) for target in targets]
            for file, content in zip(files, contents, strict=True):
                file.write(content)
            if owed:
                self.again(issued, owed, way=way)

    def _occasion(self, way: str, printer: str) -> Occasion:
        return Occasion(self.today, self.user, way, printer, self.made)
