"""A device with a screen lock that makes passkeys, in Chromium's stead (its WebAuthn domain)."""

from typing import Any

from playwright.sync_api import CDPSession, Page

INTERNAL = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


class Device:
    """Of one page: another page has another device."""

    def __init__(self, page: Page) -> None:
        self.session: CDPSession = page.context.new_cdp_session(page)
        self.session.send("WebAuthn.enable")
        self.id = self.session.send("WebAuthn.addVirtualAuthenticator", {"options": INTERNAL})[
            "authenticatorId"
        ]

    @property
    def passkeys(self) -> list[dict[str, Any]]:
        asked = {"authenticatorId": self.id}
        return list(self.session.send("WebAuthn.getCredentials", asked)["credentials"])

    def refuse(self) -> None:
        """The finger isn't known: from now on nobody is who they say."""
        asked = {"authenticatorId": self.id, "isUserVerified": False}
        self.session.send("WebAuthn.setUserVerified", asked)
