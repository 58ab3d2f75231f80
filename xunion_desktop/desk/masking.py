"""Masking: what is nobody's business at a glance is shown with its middle left out (rule 11 of the pictures)."""

from __future__ import annotations

from xunion_desktop.basics.codes import mask_card, mask_id, mask_phone
from xunion_desktop.store.columns import Column, Kind

_MASKS = {Kind.PHONE: mask_phone, Kind.ID_NUMBER: mask_id, Kind.CARD: mask_card}


def masked(column: Column, text: str) -> str:
    """The text as a list shows it: 139****7120 where the column is sensitive."""
    if not text or not column.sensitive:
        return text
    mask = _MASKS.get(column.kind)
    return mask(text) if mask else "＊＊"
