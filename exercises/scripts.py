"""The form of an exercise's script: for each kind of cue what is shown, told, said and drawn."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from exercises.doses import PLACEHOLDER
from exercises.statements import check_text
from exercises.timeline import CUE_NAMES, KINDS, Line, Script

TEXTS = {"count", "where"}
LINE = {"show", "tell", "say", "pose"}


def read(rows: dict[str, Any]) -> Script:
    """The catalogue's script, as it stands in its JSON."""
    lines = {kind: Line(**line) for kind, line in rows.items() if kind in KINDS}
    return Script(lines, rows.get("count", ""), rows.get("where", ""))


def check_script(value: Any) -> None:
    """Refuse anything but {kind: {"show": …, "tell": …, "say": …, "pose": …}, "count": …}."""
    if not isinstance(value, dict):
        raise ValidationError(_("Write the cues in curly brackets, one for each kind."))
    if unknown := set(value) - set(KINDS) - TEXTS:
        raise ValidationError(
            _("“%(kind)s” is no kind of cue. Use these: %(kinds)s."),
            params={"kind": min(unknown), "kinds": ", ".join(KINDS)},
        )
    for kind, line in value.items():
        texts = {kind: line} if kind in TEXTS else line
        if not isinstance(texts, dict) or not all(isinstance(text, str) for text in texts.values()):
            raise ValidationError(_("“%(kind)s”: write texts only."), params={"kind": kind})
        if kind in KINDS and (not texts.get("show", "").strip() or set(texts) - LINE):
            raise ValidationError(
                _("“%(kind)s”: say what to show; tell, say and pose are optional."),
                params={"kind": kind},
            )
        for text in texts.values():
            check_text(text, CUE_NAMES)


def missing(script: Script, kinds: set[str]) -> list[str]:
    """The kinds that the script has no line for, in their order."""
    return [kind for kind in KINDS if kind in kinds and kind not in script.lines]


def named(script: Script) -> set[str]:
    """What its words name in braces: a figure of the dose, the side, …"""
    lines = (f"{line.show} {line.tell} {line.say}" for line in script.lines.values())
    return set(PLACEHOLDER.findall(" ".join((script.count, script.where, *lines))))
