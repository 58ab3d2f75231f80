"""Paper without Qt: a form and its words become a document, the document pages, the pages PDF (design.md §4).

The way of one letter through this floor::

    forms.py  + words.py        a TOML form and the words of one copy   -> document.py  Document of blocks
    typeset.py                  chooses the layout by the document's kind    -> pages.py     Page of drawing operations
      letter.py, official.py, minutes.py, plain.py    heads (letterhead, redhead …), sections of parts, closing
      flow.py, sections.py, parts.py                  which line stands on which page
      setting.py, breaking.py, titles.py, fonts.py, measures.py   lines of Chinese text
    pdf.py                      pages -> PDF; keeping.py pages -> bytes and back (kept batches)
    table.py                    rows -> pages of a roster
    tablepages.py, boxes.py, ballots.py, charts/   registers, forms of boxes, ballots, charts: blocks of tabular.py

A page knows nothing of PDF or Qt: the preview and the printer draw the same operations.
"""
