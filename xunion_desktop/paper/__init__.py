"""Paper without Qt: text layout, documents, pages, fonts, forms, PDF."""
