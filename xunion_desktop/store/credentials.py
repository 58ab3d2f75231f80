"""Credentials: the system's own store, where an office without log-in keeps the book key of this PC's account.

Windows has one (the Credential Manager), reached by four functions of ``advapi32``; the library ``keyring`` would bring
others along and look for plug-ins at every start. Where there is no store, or it does not answer, the key lies in
the keyring in clear, and the clerk is told so.
"""

from __future__ import annotations

import ctypes
import sys
from typing import Any, Protocol

_GENERIC, _THIS_PC = 1, 2


class CredentialStore(Protocol):
    """Keeps small secrets for the account that is logged in to the system. A store that fails says False or None."""

    def keep(self, name: str, secret: bytes) -> bool: ...

    def fetch(self, name: str) -> bytes | None: ...

    def drop(self, name: str) -> None: ...


class Credential(ctypes.Structure):
    """CREDENTIALW, as wincred.h has it."""

    _fields_ = [
        ("Flags", ctypes.c_uint32),
        ("Type", ctypes.c_uint32),
        ("TargetName", ctypes.c_wchar_p),
        ("Comment", ctypes.c_wchar_p),
        ("LastWritten", ctypes.c_uint32 * 2),
        ("CredentialBlobSize", ctypes.c_uint32),
        ("CredentialBlob", ctypes.POINTER(ctypes.c_ubyte)),
        ("Persist", ctypes.c_uint32),
        ("AttributeCount", ctypes.c_uint32),
        ("Attributes", ctypes.c_void_p),
        ("TargetAlias", ctypes.c_wchar_p),
        ("UserName", ctypes.c_wchar_p),
    ]  # fmt: skip


class WindowsCredentials:
    """The Credential Manager of Windows, through ``advapi32``."""

    def __init__(self, advapi32: Any) -> None:
        self._system = advapi32

    def keep(self, name: str, secret: bytes) -> bool:
        """Put a secret there; False = Windows did not take it."""
        blob = (ctypes.c_ubyte * len(secret)).from_buffer_copy(secret)
        credential = Credential(
            Type=_GENERIC, TargetName=name, CredentialBlobSize=len(secret),
            CredentialBlob=ctypes.cast(blob, ctypes.POINTER(ctypes.c_ubyte)), Persist=_THIS_PC, UserName=name,
        )  # fmt: skip
        return bool(self._system.CredWriteW(ctypes.byref(credential), 0))

    def fetch(self, name: str) -> bytes | None:
        """Return a secret, None where there is none of that name."""
        found = ctypes.POINTER(Credential)()
        if not self._system.CredReadW(ctypes.c_wchar_p(name), _GENERIC, 0, ctypes.byref(found)):
            return None
        try:
            return ctypes.string_at(found.contents.CredentialBlob, found.contents.CredentialBlobSize)
        finally:
            self._system.CredFree(found)

    def drop(self, name: str) -> None:
        """Remove a secret, if it is there."""
        self._system.CredDeleteW(ctypes.c_wchar_p(name), _GENERIC, 0)


def system_store() -> CredentialStore | None:
    """Return the credential store of this system, None where there is none."""
    if sys.platform == "win32":
        return WindowsCredentials(ctypes.WinDLL("advapi32"))
    return None
