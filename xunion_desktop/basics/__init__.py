"""Plain Python that every floor may use: errors, dates, money, codes, pinyin, wording, places, and the cards of rooms.

Nothing here knows Qt, peewee or a file format; only ``places`` and ``settings`` touch the disk.
"""
