"""The modules of a script are named in its page, whatever imports them."""

from django.contrib.staticfiles import finders

from exercises.templatetags.modules import module, needed_by


def test_what_is_imported_by_what_is_imported_is_needed_too() -> None:
    needed = needed_by("js/guided/session.js")

    assert "js/guided/awake.js" in needed  # by device.js
    assert "js/guided/session.js" not in needed
    assert len(needed) == len(set(needed))
    assert all(finders.find(name) for name in needed)


def test_the_page_names_each_once_beside_the_script() -> None:
    page = module("js/guided/session.js")

    assert page.startswith(
        '<script type="module" src="/static/js/guided/session.js" blocking="render"></script>'
    )
    assert page.count("modulepreload") == len(needed_by("js/guided/session.js"))
    assert '<link rel="modulepreload" href="/static/js/guided/awake.js">' in page


def test_a_script_that_imports_nothing_stands_alone() -> None:
    assert module("js/print.js") == (
        '<script type="module" src="/static/js/print.js" blocking="render"></script>\n'
    )
