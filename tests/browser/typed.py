"""Forms in a tab: typing into them, leaving and coming back, and what the tab keeps of it."""

from datetime import timedelta

from playwright.sync_api import Page

from accounts.models import User
from logbook.models import DayNote
from tests.browser.people import today
from tests.make import PASSWORD, THURSDAY_MORNING

AGAIN = "What you typed is here again."
BACK = "Put it back as it was saved"
TEXT = "Left ankle stiff,\nbetter by noon"


def open_(page: Page, address: str) -> Page:
    page.goto(address)
    return at_work(page)


def at_work(page: Page) -> Page:
    """With the scripts at work, which come once the page has loaded."""
    page.evaluate("Promise.all([import('/static/js/forget.js'), import('/static/js/typed.js')])")
    return page


def day_page() -> str:
    return f"/days/{today()}/"


def note(page: Page) -> str:
    return page.get_by_label("A note for").input_value()


def write_note(user: User, text: str) -> None:
    DayNote.objects.create(user=user, day=today(), text=text, recorded_at=THURSDAY_MORNING)


def kept(page: Page) -> list[str]:
    names: list[str] = page.evaluate("Object.keys(sessionStorage)")
    return [name for name in names if name.startswith("typed ")]


def press(page: Page, name: str = "Save the note") -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()
    at_work(page)


def sign_in_by_form(page: Page, email: str = "sam@example.org") -> None:
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def sent(page: Page) -> list[list[str]]:
    """What the page's forms would send, but for their keys and tokens."""
    pairs: list[list[str]] = page.evaluate(
        """() => [...document.querySelectorAll("main form[method=post]:not([data-unkept])")]
        .flatMap(form => [...new FormData(form)])
        .filter(([name]) => !/^(csrfmiddlewaretoken|key)$/.test(name))"""
    )
    return pairs


def change_all(page: Page) -> None:
    """Another value in each field, as a person's hand sets it."""
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    for field in page.locator("main form[method=post] :is(textarea, input, select)").all():
        kind = field.evaluate("field => field.type")
        if kind == "radio":
            field.evaluate("field => field.defaultChecked || field.click()")
        elif kind == "checkbox":
            field.evaluate("field => field.click()")
        elif kind == "select-one":
            field.select_option(index=field.evaluate("field => field.selectedIndex ? 0 : 1"))
        elif kind in {"text", "textarea", "number", "date", "time"}:
            values = {"date": str(today() - timedelta(days=1)), "time": "06:05"}
            field.fill(values.get(kind, "3"))
