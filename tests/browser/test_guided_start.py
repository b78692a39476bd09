"""A session starts at once: its page names every module that the player loads."""

from urllib.parse import urlsplit

from tests.browser.guided import PRESSES, Guided, address

PLAYER = "/js/guided/"
NAMED = """[...document.querySelectorAll("link[rel=modulepreload], script[src]")]
    .map(({href, src}) => new URL(href ?? src).pathname)"""


def test_what_the_player_loads_is_what_the_page_names(guided: Guided) -> None:
    page = guided.page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    guided.open(address(PRESSES)).awake()
    named = [path for path in page.evaluate(NAMED) if PLAYER in path]

    assert sorted(named) == sorted(path for path in asked if PLAYER in path)
    assert len(named) > 10
