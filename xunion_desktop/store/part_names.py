"""The names of a book's parts on the disk; they are called the same in a backup and in a package."""

DATABASE = "book.db"
KEYRING = "keyring.json"
FILES = "files"
LOCK = "book.lock"
