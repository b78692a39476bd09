"""The form of an exercise's script: for each kind of cue what is shown, told, said and drawn."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from exercises.doses import PLACEHOLDER
from exercises.statements import check_text
from exercises.timeline import CUE_NAMES, KINDS, Cue, Line, Script

TEXTS = {"count", "where"}
LINE = {"show", "tell", "say", "pose"}
# The field with the seconds of each cue in which the person gets ready for what comes.
WAITING = {
    "ready": "ready_seconds",
    "rest": "rest_seconds",
    "turn": "rest_seconds",
    "change": "change_seconds",
}
WAITS = "waits"


def read(rows: Mapping[str, Any]) -> Script:
    """The catalogue's script, as it stands in its JSON."""
    lines = {kind: Line(**line) for kind, line in rows.items() if isinstance(line, dict)}
    return Script(lines, str(rows.get("count", "")), str(rows.get("where", "")))


def check_script(value: object) -> None:
    """Refuse anything but {kind: {"show": …, "tell": …, "say": …, "pose": …}, "count": …}.

    A line that waits for the person has "waits": true as well.
    """
    if not isinstance(value, dict):
        raise ValidationError(_("Write the cues in curly brackets, one for each kind."))
    if unknown := set(value) - set(KINDS) - TEXTS:
        raise ValidationError(
            _("“%(kind)s” is no kind of cue. Use these: %(kinds)s."),
            params={"kind": min(unknown), "kinds": ", ".join(KINDS)},
        )
    for kind, line in value.items():
        _check_line(kind, {kind: line} if kind in TEXTS else line)


def _check_line(kind: str, line: object) -> None:
    texts = dict(line) if isinstance(line, dict) else {}
    waits = texts.pop(WAITS, False)
    if not isinstance(line, dict) or not all(isinstance(text, str) for text in texts.values()):
        raise ValidationError(_("“%(kind)s”: write texts only."), params={"kind": kind})
    if not isinstance(waits, bool):
        raise ValidationError(_("“%(kind)s”: “waits” is true or false."), params={"kind": kind})
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


def check_seconds(cues: Iterable[Cue]) -> None:
    """Refuse a cue that waits for a person and is over before they heard or read its words."""
    short: dict[str, Cue] = {}
    for cue in cues:
        if cue.kind in WAITING and cue.seconds < cue.seconds_of_words:
            field = WAITING[cue.kind]
            short[field] = max(cue, short.get(field, cue), key=lambda each: each.seconds_of_words)
    if short:
        raise ValidationError({field: _too_short(cue) for field, cue in short.items()})


def _too_short(cue: Cue) -> ValidationError:
    return ValidationError(
        _("“%(show)s”: write %(seconds)s or more. To hear or read its words takes that long."),
        params={"seconds": f"{cue.seconds_of_words:g}", "show": cue.show},
    )
