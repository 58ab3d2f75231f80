"""Editors: one for each kind of value. ``editor_for`` chooses; all behave as ``editors.editor.Editor`` says."""
