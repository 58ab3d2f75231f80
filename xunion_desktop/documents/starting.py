"""Starting texts: what a draft of each kind begins with (domain §6.5); ×× is to be filled in."""

from __future__ import annotations

from collections.abc import Mapping

from .words import BODY, TITLE, TO


def starting_words(genre: str, own: Mapping[str, str]) -> dict[str, str]:
    """The words to begin a paper of this kind with; ``own`` = the words of the office."""
    title, to, body = _TEXTS.get(genre, (f"××{genre}", "", ""))
    superior = own.get("上级工会", "") or "××"
    words = {TITLE: title, TO: to.replace("{上级工会}", superior), BODY: body}
    return {word: text for word, text in words.items() if text}


_TEXTS = {
    "通知": ("关于××的通知", "各基层工会", "为××，现将有关事项通知如下：\n一、××\n二、××\n特此通知。"),
    "函": ("关于××的函", "××", "××。\n专此函达，请予支持为盼。"),
    "请示": ("关于××的请示", "{上级工会}", "××。\n妥否，请批示。"),
}
