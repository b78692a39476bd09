"""The health texts with their hashes, as `docs/content-review.md` lists them.

`python -m tests.content_review` writes the table anew: a text that changed is dated today, and is
neither checked against its source nor read by a clinician until somebody says so there.
"""

import json
import os
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).parent.parent
DOCUMENT = ROOT / "docs" / "content-review.md"
NOT_YET = "not yet"
ROW = re.compile(r"^\| `(.+?)` \| `(\w+)` \| (\S.*?) \| (\S.*?) \| (\S.*?) \|$", re.MULTILINE)
# What an exercise says, by what is checked together.
FIELDS = {
    "how": ("preparation", "steps", "breathing", "mistakes", "easier", "harder"),
    "session": ("name", "tagline", "summary", "caption", "script"),
    "safety": ("ask_first", "stop_if"),
    "dose": ("dose_facts", "dose_notes"),
}
TEMPLATES = (
    "_footer.html",
    "exercises/_after_stopping.html",
    "exercises/_how_safely.html",
    "exercises/_reviewed.html",
    "exercises/care.html",
    "exercises/landing.html",
    "logbook/_consent.html",
    "logbook/_during.html",
    "logbook/pain.html",
    "logbook/then_now.html",
    "logbook/welcome_ask_first.html",
)


def digest(texts: Iterable[object]) -> str:
    return sha256("\n".join(map(str, texts)).encode()).hexdigest()[:12]


def of_exercises() -> Iterator[tuple[str, str]]:
    from exercises.models import DOSE_FIELDS

    rows = json.loads((ROOT / "exercises/fixtures/exercises.json").read_text(encoding="utf-8"))
    for row in rows:
        told = row["fields"]
        if row["model"] != "exercises.exercise":
            continue
        for group, names in FIELDS.items():
            figures = (*DOSE_FIELDS, "per_day") if group == "dose" else ()
            parts = [json.dumps(told[name], sort_keys=True) for name in (*names, *figures)]
            yield f"{told['slug']}: {group}", digest(parts)


def of_sections() -> Iterator[tuple[str, str]]:
    from exercises.care import NEEDS
    from exercises.evidence import KNOWN, WHY_FEET
    from exercises.safety import ASK_FIRST_TOO, STOP_RULE, emergency_number

    for need in NEEDS:
        yield f"care: {need.slug}", digest([need.title, need.lead])
    yield "safety: in short", digest([ASK_FIRST_TOO])
    yield "safety: stop rule", digest([STOP_RULE])
    yield "safety: emergency number", digest([emergency_number()])
    sections = [section for need in NEEDS for section in need.sections]
    for section in (*sections, *KNOWN, WHY_FEET):
        said = [part for one in section.all for part in (one.title, one.text, *one.sources)]
        yield f"section: {section.id}", digest([section.title, *said])


def of_consent() -> Iterator[tuple[str, str]]:
    from logbook.forms.consent import ConsentForm

    yield "consent: yes", digest([ConsentForm.base_fields["keep"].label])


def of_templates() -> Iterator[tuple[str, str]]:
    pattern = r"{% translate (.*?) %}|{% blocktranslate.*?%}(.*?){% endblocktranslate %}"
    for name in TEMPLATES:
        html = (ROOT / "templates" / name).read_text(encoding="utf-8")
        yield f"template: {name}", digest(re.findall(pattern, html, re.DOTALL))


def texts() -> dict[str, str]:
    """The hash of each health text, by its name."""
    from django.utils import translation

    with translation.override(None):
        return dict([*of_exercises(), *of_sections(), *of_consent(), *of_templates()])


def lines(document: str) -> dict[str, tuple[str, str, str, str]]:
    """What the document says of each: hash, written on, checked on, read by a clinician."""
    return {name: (mark, *days) for name, mark, *days in ROW.findall(document)}  # type: ignore[misc]


def renewed(document: str, found: dict[str, str], today: date) -> str:
    """The document with a line for each text; the line of one that is as it was stays."""
    known = lines(document)
    table = []
    for name, mark in found.items():
        row = known.get(name)
        if row is None or row[0] != mark:
            row = mark, today.isoformat(), NOT_YET, NOT_YET
        table.append(f"| `{name}` | `{row[0]}` | {' | '.join(row[1:])} |")
    head, rule, rest = document.partition("|---|---|---|---|---|\n")
    return head + rule + "\n".join(table) + "\n" + ROW.sub("", rest).lstrip("\n").join(["\n", ""])


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django

    django.setup()
    document = DOCUMENT.read_text(encoding="utf-8")
    DOCUMENT.write_text(renewed(document, texts(), datetime.now(UTC).date()), encoding="utf-8")


if __name__ == "__main__":
    main()
