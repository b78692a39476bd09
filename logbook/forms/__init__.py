"""The forms of the logbook: they check what was sent, and save nothing."""

from logbook.forms.sessions import KeyField, KeyForm, PageField, SessionForm

__all__ = ["KeyField", "KeyForm", "PageField", "SessionForm"]
