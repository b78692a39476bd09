"""A device that makes passkeys and signs with them, as a browser sends it to the site."""

import hashlib
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field
from secrets import token_bytes
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2 import cbor
from fido2.cose import ES256

HOST = "localhost"  # the one name with which http has passkeys
ORIGIN = f"http://{HOST}"
PRESENT, VERIFIED, NEW_KEY = 1, 4, 64


def letters(data: bytes) -> str:
    return urlsafe_b64encode(data).decode().rstrip("=")


def data_of(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


@dataclass
class Device:
    """`verifies` tells whether it asks for a finger, a face or a PIN; what it says of that."""

    origin: str = ORIGIN
    verifies: bool = True
    person: str = ""
    key_id: bytes = field(default_factory=lambda: token_bytes(16))
    key: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )

    def make(self, options: dict[str, Any]) -> str:
        """The answer to `creation_options`."""
        asked = options["publicKey"]
        self.person = asked["user"]["id"]
        public = cbor.encode(ES256.from_cryptography_key(self.key.public_key()))
        made = bytes(16) + len(self.key_id).to_bytes(2) + self.key_id + public
        data = self._data(asked["rp"]["id"], NEW_KEY) + made
        whole = cbor.encode({"fmt": "none", "attStmt": {}, "authData": data})
        said = self._said("webauthn.create", asked["challenge"])
        return self._sent(clientDataJSON=said, attestationObject=whole)

    def sign(self, options: dict[str, Any]) -> str:
        """The answer to `request_options`."""
        asked = options["publicKey"]
        data = self._data(asked["rpId"])
        said = self._said("webauthn.get", asked["challenge"])
        signature = self.key.sign(data + hashlib.sha256(said).digest(), ec.ECDSA(SHA256()))
        return self._sent(
            clientDataJSON=said,
            authenticatorData=data,
            signature=signature,
            userHandle=data_of(self.person),
        )

    def _data(self, site: str, flags: int = 0) -> bytes:
        flags |= PRESENT | (VERIFIED if self.verifies else 0)
        return hashlib.sha256(site.encode()).digest() + bytes([flags]) + bytes(4)

    def _said(self, kind: str, challenge: str) -> bytes:
        said = {"type": kind, "challenge": challenge, "origin": self.origin}
        return json.dumps(said).encode()

    def _sent(self, **parts: bytes) -> str:
        name = letters(self.key_id)
        response = {part: letters(value) for part, value in parts.items()}
        return json.dumps(
            {
                "id": name,
                "rawId": name,
                "type": "public-key",
                "response": response,
                "clientExtensionResults": {},
            }
        )
