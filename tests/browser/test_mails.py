"""A mail's HTML, as a mail program shows it: accessible, and nothing sticks out."""

from playwright.sync_api import Page

from accounts import mails
from tests.browser.look import judge, sideways

LINK = "https://footcare-at-the-physio.example.org/accounts/password/reset/"
TEXT = f"Hello,\n\nhere is your code: 123456\n\nIt wasn’t you? Then choose a new password:\n{LINK}"
# A mail has neither headings nor landmarks.
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "wcag2aaa"]}


def test_a_mail_is_accessible_and_fits_a_small_phone(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.set_content(mails.html("Your code", TEXT, {"reset_url": LINK}))

    judge(page, RULES)
    assert page.get_by_role("link").get_attribute("href") == LINK
    assert sideways(page) == 0
