"""The book: records, columns, fields, deeds, journal and undo, sealed files, registers."""
