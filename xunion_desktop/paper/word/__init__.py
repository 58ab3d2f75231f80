"""Word: a document as a .docx that a leader can go on writing in WPS (design.md §4: from the document, not the pages).

Real paragraphs in styles with Chinese names, on the document grid of 22 rows and 28 characters; the red head, the
signature and the version record stand where the printed paper has them.
"""
