"""What the doctor says of one thing: that it is well, what to think about, or what to mend."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """The sentence of one that isn't well names the setting or the command that mends it."""

    about: str
    is_well: bool
    sentence: str
    is_advice: bool = False
    """Of one that is well: it works, and whoever runs the site should decide."""


def well(about: str, sentence: str) -> Finding:
    return Finding(about, True, sentence)


def advise(about: str, sentence: str) -> Finding:
    return Finding(about, True, sentence, is_advice=True)


def mend(about: str, sentence: str) -> Finding:
    return Finding(about, False, sentence)
