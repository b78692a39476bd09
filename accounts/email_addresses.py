"""One e-mail address, however it is typed: its canonical form, and how people read it."""

import unicodedata
from encodings.idna import nameprep

INVISIBLE = dict.fromkeys([0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0])
INVISIBLE |= dict.fromkeys([*range(0x180B, 0x1810), *range(0xFE00, 0xFE10)])
INVISIBLE |= dict.fromkeys(range(0xE0100, 0xE01F0))
"""Joiners, fillers and selectors of variants; what Unicode calls a format is taken out too."""

DOTS = str.maketrans("。．｡", "...")
AS_BROWSERS = {"ß": "ß", "ẞ": "ß", "ς": "ς"}
"""Letters that browsers keep in a domain, where Python's own codec would name another one."""
ENCODED = "xn--"


def canonical(text: str) -> str:
    """What is stored and compared. In ASCII throughout, if mail can be sent to it."""
    name, at, domain = _seen(text).rpartition("@")
    labels = _folded(domain).translate(DOTS).split(".")
    return f"{name.lower()}{at}{'.'.join(map(_encoded, labels))}"


def readable(text: str) -> str:
    """As it was typed, but that letters of the domain which were encoded are letters again."""
    typed = _seen(text)
    name, at, domain = typed.rpartition("@")
    letters = f"{name}{at}{'.'.join(map(_decoded, domain.split('.')))}"
    return letters if canonical(letters) == canonical(typed) else typed


def _seen(text: str) -> str:
    """Without what nobody sees: signs without a shape, and white space around it."""
    seen = (sign for sign in text.translate(INVISIBLE) if unicodedata.category(sign) != "Cf")
    return unicodedata.normalize("NFC", "".join(seen).strip())


def _folded(domain: str) -> str:
    """In small letters, and those of a kind, such as wide ones, as the plain ones."""
    small = "".join(AS_BROWSERS.get(sign) or sign.casefold() for sign in domain)
    plain = unicodedata.normalize("NFKC", small)
    return "".join(AS_BROWSERS.get(sign) or sign.casefold() for sign in plain)


def _encoded(label: str) -> str:
    """As it is where IDNA forbids a sign in it."""
    if label.isascii():
        return label
    try:
        nameprep(label)
    except UnicodeError:
        return label
    return f"{ENCODED}{label.encode('punycode').decode()}"


def _decoded(label: str) -> str:
    if not label.lower().startswith(ENCODED):
        return label
    try:
        return label.lower().removeprefix(ENCODED).encode().decode("punycode")
    except UnicodeError:
        return label
