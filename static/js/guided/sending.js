// Sends a session that is over, and keeps it in this tab until it has arrived.

export class Record {
  #form;
  #place;
  #unsent;

  constructor(session) {
    this.#form = session.querySelector("form[data-record]");
    this.#unsent = session.querySelector("[data-unsent]");
    const { person, slug } = session.dataset;
    this.#place = ["guided", person, slug, this.#form.elements.day.value].join(" ");
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#send();
    });
    // A key that is held down presses once.
    this.#form.addEventListener("keydown", (event) => event.repeat && event.preventDefault());
  }

  // Notes the seconds it took, for when it is sent.
  note(seconds) {
    this.#form.elements.source.value = "guided";
    this.#form.elements.seconds.value = seconds;
  }

  // After a reload the session is still there, under the key that counts it once.
  keep() {
    const { key, seconds } = this.#form.elements;
    store((tab) => tab.setItem(this.#place, JSON.stringify([key.value, seconds.value])));
  }

  // Whether there was one to go on with.
  recall() {
    const kept = store((tab) => JSON.parse(tab.getItem(this.#place)));
    if (!kept) return false;
    const [key, seconds] = kept;
    this.#form.elements.key.value = key;
    this.note(seconds);
    return true;
  }

  forget() {
    store((tab) => tab.removeItem(this.#place));
  }

  send() {
    this.#form.requestSubmit();
  }

  async #send() {
    if ("sending" in this.#form.dataset) return;
    this.#form.dataset.sending = "";
    this.#unsent.hidden = true;
    let answer, text;
    try {
      answer = await fetch(this.#form.action, { method: "POST", body: new FormData(this.#form) });
      text = await answer.text();
    } catch {
      delete this.#form.dataset.sending;
      this.#unsent.hidden = false;
      return this.#unsent.scrollIntoView({ block: "nearest" });
    }
    // What is wrong is told by a page; the key makes sending it again harmless.
    if (!answer.ok) return this.#form.submit();
    this.forget();
    const page = new DOMParser().parseFromString(text, "text/html");
    const next = page.getElementById("guided");
    if (!next) return location.assign(answer.url);
    goOn(next, page.title, answer.url);
  }
}

// The page stays, so that what may sound and light in it still may.
function goOn(next, title, address) {
  document.getElementById("guided").replaceWith(next);
  document.title = title;
  history.replaceState(null, "", address);
  next.querySelector("guided-session").start();
}

// A browser that keeps nothing just forgets on a reload.
function store(use) {
  try {
    return use(sessionStorage);
  } catch {
    return null;
  }
}
