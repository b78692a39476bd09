// <pass-key>: what is for browsers that have passkeys, and a form that is sent with one.
//
// Of what stands in the element one piece is seen at first: that passkeys need script. Where the
// browser has them, what is for it takes that piece's place, else a sentence does. What a form is to
// ask the browser for stands in the page (data-options), or is fetched from where the form goes.

// An address of numbers has no passkeys: they belong to a name.
const able = "PublicKeyCredential" in window && !/^[\d.]+$|:/.test(location.hostname);

class PassKey extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form[data-when]");
    this.show(able ? "able" : "unable");
    this.form?.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!this.asking) this.ask();
    });
  }

  show(...kinds) {
    for (const piece of this.querySelectorAll("[data-when]")) {
      piece.hidden = !kinds.includes(piece.dataset.when);
    }
  }

  async ask() {
    this.asking = true;
    this.show("able");
    try {
      const credential = await passkey(await this.options());
      this.form.elements.credential.value = JSON.stringify(credential);
      this.copy();
      this.form.submit();
    } catch (problem) {
      // The browser says so where a new one is asked for and the device has one.
      this.show("able", problem.name === "InvalidStateError" ? "known" : "failed");
    }
    this.asking = false;
  }

  async options() {
    if (this.dataset.options) {
      return JSON.parse(document.getElementById(this.dataset.options).textContent);
    }
    const answer = await fetch(this.form.action, { headers: { Accept: "application/json" } });
    return answer.json();
  }

  // A box beside the element that is ticked counts here too.
  copy() {
    const name = this.dataset.copies;
    if (!name || !document.querySelector(`[name="${name}"]:checked`)) return;
    const copied = Object.assign(document.createElement("input"), { type: "hidden", name });
    copied.value = "on";
    this.form.append(copied);
  }
}

async function passkey({ creation_options: creation, request_options: request }) {
  const credential = creation
    ? await navigator.credentials.create({ publicKey: decoded(creation.publicKey) })
    : await navigator.credentials.get({ publicKey: decoded(request.publicKey) });
  const { id, rawId, type, response } = credential;
  const sent = { id, rawId: encode(rawId), type, response: {} };
  for (const part of ["attestationObject", "authenticatorData", "clientDataJSON", "signature", "userHandle"]) {
    if (response[part]) sent.response[part] = encode(response[part]);
  }
  return { ...sent, clientExtensionResults: credential.getClientExtensionResults() };
}

// What the site writes in letters, the browser wants in bytes, and the other way round. Browsers
// learnt to do that by themselves in 2023 to 2025.
function decoded(options) {
  const known = (list) => list?.map((each) => ({ ...each, id: decode(each.id) }));
  const { user, excludeCredentials, allowCredentials } = options;
  return {
    ...options,
    challenge: decode(options.challenge),
    ...(user && { user: { ...user, id: decode(user.id) } }),
    ...(excludeCredentials && { excludeCredentials: known(excludeCredentials) }),
    ...(allowCredentials && { allowCredentials: known(allowCredentials) }),
  };
}

function decode(letters) {
  const plain = atob(letters.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function encode(bytes) {
  const plain = btoa(String.fromCharCode(...new Uint8Array(bytes)));
  return plain.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

customElements.define("pass-key", PassKey);
