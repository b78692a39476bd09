"""The addresses of the site without those of `exchange`: the URLconf without its line."""

from pathlib import Path

import footcare_site

lines = (Path(footcare_site.__path__[0]) / "urls.py").read_text().splitlines()
exec("\n".join(line for line in lines if "exchange" not in line))  # noqa: S102 - our own file
