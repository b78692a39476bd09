"""Every health text has a line in the review, and a text that changed has a new one."""

from datetime import date

from exercises import review
from tests.content_review import DOCUMENT, NOT_YET, ROOT, lines, renewed, texts

TODAY = date(2026, 12, 24)
HEAD = "| text | hash | written on | checked | read |\n|---|---|---|---|---|\n"


def test_every_health_text_has_the_line_of_its_words() -> None:
    listed = {name: row[0] for name, row in lines(DOCUMENT.read_text()).items()}
    found = texts()

    assert sorted(set(found) - set(listed)) == [], "run python -m tests.content_review"
    assert sorted(set(listed) - set(found)) == []
    assert [name for name, mark in found.items() if listed[name] != mark] == []


def test_no_line_claims_a_clinician_whom_the_site_does_not_know_of() -> None:
    said = {row[3] for row in lines(DOCUMENT.read_text()).values()}

    assert review.READ_BY_CLINICIAN is None
    assert said == {NOT_YET}
    assert review.WRITTEN < review.DUE


def test_a_text_that_changed_is_neither_checked_nor_read() -> None:
    before = HEAD + (
        "| `a` | `1111` | 2026-01-01 | 2026-01-02 | not yet |\n"
        "| `b` | `2222` | 2026-01-01 | 2026-01-02 | not yet |\n\n## After\n"
    )

    after = renewed(before, {"a": "1111", "b": "3333", "c": "4444"}, TODAY)

    assert after == HEAD + (
        "| `a` | `1111` | 2026-01-01 | 2026-01-02 | not yet |\n"
        "| `b` | `3333` | 2026-12-24 | not yet | not yet |\n"
        "| `c` | `4444` | 2026-12-24 | not yet | not yet |\n\n## After\n"
    )


def test_the_names_of_the_tests_in_the_list_of_hazards_exist() -> None:
    told = (ROOT / "docs" / "hazards.md").read_text()
    named = {line.split("`")[1] for line in told.split("| ") if line.startswith("`tests/")}

    assert len(named) > 10
    for name in named:
        path, _, test = name.partition("::")
        assert (ROOT / path).exists(), name
        assert not test or f"def {test}(" in (ROOT / path).read_text(), name
