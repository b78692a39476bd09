"""What the doctor says of one thing: that it is well, or what to mend."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """The sentence of one that isn't well names the setting or the command that mends it."""

    about: str
    is_well: bool
    sentence: str


def well(about: str, sentence: str) -> Finding:
    return Finding(about, True, sentence)


def mend(about: str, sentence: str) -> Finding:
    return Finding(about, False, sentence)
