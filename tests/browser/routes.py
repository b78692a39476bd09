"""What can happen to a form on its way."""

from playwright.sync_api import Route


def lose_the_answer(route: Route) -> None:
    """It arrives, but whoever sent it never hears so."""
    route.fetch(max_redirects=0)
    route.abort()
