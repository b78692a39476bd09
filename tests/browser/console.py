"""What a browser complains of: its console's errors and warnings, and what no script caught."""

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, WebError

# Chromium's word for a page that came before its change of pages could be drawn: it is busy.
TOO_QUICK = "Transition was aborted because of invalid state. Page already revealed"
NO_WORKER = "Service Worker registration blocked by Playwright"  # as the tests ask
AWAY = "Failed to load resource: net::ERR_INTERNET_DISCONNECTED"  # so do they ask for this
REFUSED = "Failed to load resource: the server responded with a status of 4"


def complaints_of(context: BrowserContext) -> list[str]:
    """A list that fills while the context is used.

    A page may itself be a refusal: a test asks for that on purpose. A style sheet, script or image
    that is refused is a defect.
    """
    complaints: list[str] = []
    pages: set[str] = set()

    def ask(request: Request) -> None:
        # What an outbox sends may be refused, and is told in the page.
        if request.is_navigation_request() or "outbox" in request.headers:
            pages.add(request.url)

    def complain(message: ConsoleMessage) -> None:
        on_purpose = message.text.startswith(REFUSED) and message.location["url"] in pages
        on_purpose |= message.text in {NO_WORKER, AWAY}
        if message.type in {"error", "warning"} and not on_purpose:
            complaints.append(f"{message.text} {message.location['url']}")

    def note(problem: WebError) -> None:
        if str(problem.error) != TOO_QUICK:
            complaints.append(str(problem.error))

    context.on("request", ask)
    context.on("console", complain)
    context.on("weberror", note)
    return complaints
