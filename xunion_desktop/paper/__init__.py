"""Paper without Qt: a form and its words become a document, the document pages, the pages PDF (design.md §4).

The way of one letter through this floor::

    forms.py  + words.py        a TOML form and the words of one copy   -> document.py  Document of blocks
    typeset.py, letter.py       blocks laid out in millimetres          -> pages.py     Page of drawing operations
      setting.py, breaking.py, titles.py, fonts.py, measures.py   lines of Chinese text
    pdf.py                      pages -> PDF; keeping.py pages -> bytes and back (kept batches)
    table.py                    rows -> pages of a roster

A page knows nothing of PDF or Qt: the preview and the printer draw the same operations.
"""
