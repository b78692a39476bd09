"""The fonts that the browser tests see: a narrow family and a wide one, and no others.

Which fonts a machine has decides where a line breaks. Both families come from Debian's packages.
"""

from pathlib import Path

from tests import packages

INSTALLED = Path("/usr/share/fonts")
NARROW, WIDE = "Liberation", "DejaVu"
PACKAGES = {NARROW: "fonts-liberation", WIDE: "fonts-dejavu-core"}
KINDS = {"--font-text": "Sans", "--font-display": "Serif"}
"""What the styles call their fonts, and which of a family each asks for."""

CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
{folders}
<cachedir>{cache}</cachedir>
<alias><family>serif</family><prefer><family>{family} Serif</family></prefer></alias>
<alias><family>sans-serif</family><prefer><family>{family} Sans</family></prefer></alias>
<alias><family>monospace</family><prefer><family>{family} Mono</family></prefer></alias>
<match><edit name="family" mode="append_last"><string>{family} Sans</string></edit></match>
</fontconfig>
"""


class NoFonts(RuntimeError):
    """The sentence says what to do."""


def folders() -> list[Path]:
    """Where both families are, installed first where one isn't."""
    if not all(map(_files, PACKAGES)):
        packages.install(*PACKAGES.values())
    for family, package in PACKAGES.items():
        if not _files(family):
            raise NoFonts(
                f"The browser tests need the fonts {family}, and they could neither be found in "
                f"{INSTALLED} nor installed. Install the package {package}."
            )
    return sorted({file.parent for family in PACKAGES for file in _files(family)})


def configure(folder: Path) -> Path:
    """A configuration for fontconfig with these fonts alone, the narrow family first."""
    named = "\n".join(f"<dir>{each}</dir>" for each in folders())
    file = folder / "fonts.conf"
    file.write_text(CONFIGURATION.format(folders=named, cache=folder / "cache", family=NARROW))
    return file


def _files(family: str) -> list[Path]:
    return list(INSTALLED.rglob(f"{family}S*.ttf"))
