"""The system's credential store: Windows' functions are called as it wants them; without one, nothing breaks."""

import ctypes
import sys

import pytest

from xunion_desktop.store import keyring as keyring_module
from xunion_desktop.store.credentials import Credential, WindowsCredentials, system_store
from xunion_desktop.store.keyring import Keyring

KEY = bytes(range(32))


class Advapi32:
    """The four functions of Windows, played on a dictionary."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}
        self.freed = 0
        self.takes = True

    def CredWriteW(self, credential, flags):  # noqa: N802
        said = credential._obj
        if self.takes:
            self.kept[said.TargetName] = ctypes.string_at(said.CredentialBlob, said.CredentialBlobSize)
        return int(self.takes)

    def CredReadW(self, name, kind, flags, found):  # noqa: N802
        secret = self.kept.get(name.value)
        if secret is None:
            return 0
        self._blob = (ctypes.c_ubyte * len(secret)).from_buffer_copy(secret)
        blob = ctypes.cast(self._blob, ctypes.POINTER(ctypes.c_ubyte))
        self._credential = Credential(CredentialBlob=blob, CredentialBlobSize=len(secret))
        found._obj.contents = self._credential
        return 1

    def CredFree(self, found):  # noqa: N802
        self.freed += 1

    def CredDeleteW(self, name, kind, flags):  # noqa: N802
        return int(self.kept.pop(name.value, None) is not None)


@pytest.fixture
def system() -> Advapi32:
    return Advapi32()


@pytest.fixture
def kept_by_windows(system: Advapi32, monkeypatch: pytest.MonkeyPatch) -> Advapi32:
    """This PC has a credential store."""
    monkeypatch.setattr(keyring_module, "system_store", lambda: WindowsCredentials(system))
    return system


def test_a_secret_is_kept_fetched_and_dropped(system: Advapi32):
    store = WindowsCredentials(system)
    assert store.keep("甲", KEY)
    assert (store.fetch("甲"), system.freed) == (KEY, 1)
    store.drop("甲")
    assert store.fetch("甲") is None


def test_dropping_what_is_not_there_does_no_harm(system: Advapi32):
    WindowsCredentials(system).drop("甲")


def test_the_structure_is_as_large_as_windows_says():
    assert ctypes.sizeof(Credential) == (80 if ctypes.sizeof(ctypes.c_void_p) == 8 else 52)


@pytest.mark.skipif(sys.platform == "win32", reason="there is one")
def test_other_systems_have_none():
    assert system_store() is None


@pytest.mark.skipif(sys.platform == "win32", reason="there is one")
def test_without_a_store_the_key_lies_in_clear():
    opened = Keyring.of(KEY).with_password("甲", "secret", KEY).closed().open_for_all(KEY)
    assert (opened.key, opened.machine_key) == (KEY, False)


def test_with_a_store_the_key_does_not_lie_in_the_folder(kept_by_windows: Advapi32):
    opened = Keyring.of(KEY).open_for_all(KEY)
    assert (opened.key, opened.machine_key, opened.protected) == (None, True, False)
    assert opened.free_key() == KEY


def test_a_store_that_does_not_take_it_leaves_it_in_clear(kept_by_windows: Advapi32):
    kept_by_windows.takes = False
    assert Keyring.of(KEY).open_for_all(KEY).key == KEY


def test_on_another_pc_the_book_is_protected(kept_by_windows: Advapi32):
    opened = Keyring.of(KEY).open_for_all(KEY)
    kept_by_windows.kept.clear()
    assert opened.protected


def test_a_key_of_another_book_is_not_taken_for_this_one(kept_by_windows: Advapi32):
    opened = Keyring.of(KEY).open_for_all(KEY)
    kept_by_windows.kept[opened.credential] = bytes(32)
    assert opened.free_key() is None


def test_a_book_that_asks_for_a_log_in_again_leaves_nothing_with_the_system(kept_by_windows: Advapi32):
    opened = Keyring.of(KEY).open_for_all(KEY)
    opened.forget_here()
    assert (kept_by_windows.kept, opened.closed().protected) == ({}, True)
