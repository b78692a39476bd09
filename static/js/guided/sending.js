// Sends a session that is over, and keeps it in this tab until it has arrived.

const BEAT = 4000; // milliseconds for “Well done”, before the next exercise of a run
const SAME_TAP = 800; // milliseconds in which a press was meant for what stood there before

export class Record {
  #form;
  #place;
  #unsent;
  #leave;
  #undo;
  #key; // as the page came, before an older one took its place
  #noted; // when
  #timer;
  #failed;

  constructor(session) {
    this.#form = session.querySelector("form[data-record]");
    this.#unsent = session.querySelector("[data-unsent]");
    this.#leave = session.querySelector("[data-act=leave]");
    this.#undo = session.querySelector("button[formaction]");
    this.#key = this.#form.elements.key.value;
    const { person, slug } = session.dataset;
    this.#place = ["guided", person, slug, this.#form.elements.day.value].join(" ");
    this.#form.addEventListener("submit", (event) => {
      if (event.submitter === this.#undo) return this.forget();
      event.preventDefault();
      if (performance.now() - this.#noted > SAME_TAP) this.send();
    });
    // A key that is held down presses once.
    this.#form.addEventListener("keydown", (event) => event.repeat && event.preventDefault());
  }

  // Notes the seconds it took, and whether it is "finished" or done "partly". After a reload the
  // session is still there, under the key that counts it once.
  note(seconds, state) {
    const fields = this.#form.elements;
    fields.source.value = "guided";
    fields.seconds.value = seconds;
    this.#noted = performance.now();
    store((tab) => tab.setItem(this.#place, JSON.stringify([fields.key.value, seconds, state])));
  }

  // The state of one that was noted and has not been sent, or nothing.
  recall() {
    const kept = store((tab) => JSON.parse(tab.getItem(this.#place)));
    if (!kept) return "";
    const [key, seconds, state] = kept;
    this.#form.elements.key.value = key;
    this.note(seconds, state);
    return state;
  }

  forget() {
    store((tab) => tab.removeItem(this.#place));
  }

  get isSending() {
    return "sending" in this.#form.dataset;
  }

  // By itself, after a moment to read what is there; but only while somebody may see it. Calls back
  // when it can't be sent.
  sendSoon(failed, signal) {
    this.#failed = failed;
    const wait = () => {
      clearTimeout(this.#timer);
      if (this.#failed && !document.hidden) this.#timer = setTimeout(() => this.send(), BEAT);
    };
    document.addEventListener("visibilitychange", wait, { signal });
    signal.addEventListener("abort", () => this.hold());
    wait();
  }

  // Not by itself any more.
  hold() {
    clearTimeout(this.#timer);
    this.#failed = null;
  }

  async send() {
    if (this.isSending) return;
    this.#form.dataset.sending = "";
    this.#unsent.hidden = true;
    let answer, text;
    try {
      answer = await fetch(this.#form.action, { method: "POST", body: new FormData(this.#form) });
      text = await answer.text();
    } catch {
      return this.#wait();
    }
    // What is wrong is told by a page; the key makes sending it again harmless.
    if (!answer.ok) return this.#form.submit();
    // Whoever has to sign in first has not recorded it yet.
    if (new URL(answer.url).searchParams.has("just")) this.forget();
    const page = new DOMParser().parseFromString(text, "text/html");
    const next = page.getElementById("guided");
    if (!next) return location.assign(answer.url);
    goOn(next, page.title, answer.url);
  }

  // It may have arrived all the same: to leave it out is to take it back from now on.
  #wait() {
    delete this.#form.dataset.sending;
    this.#failed?.();
    this.#leave.hidden = true;
    this.#undo.hidden = false;
    this.#undo.formAction = this.#undo.formAction.replace(this.#key, this.#form.elements.key.value);
    this.#unsent.hidden = false;
    this.#unsent.scrollIntoView({ block: "nearest" });
  }
}

// A page that comes back as it was left waits for nothing.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sending]")) delete form.dataset.sending;
});

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
