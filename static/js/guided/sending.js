// Sends a session that is over, and keeps it on this device until it has arrived.

import { isSaying } from "./device.js";

const BREATH = 300; // milliseconds until it is asked again whether the voice has come to its end
const LONGEST = 20000; // milliseconds for a voice that never says so
const PATIENCE = 20000; // milliseconds for an answer
const SAME_TAP = 800; // milliseconds in which a press was meant for what stood there before

export class Record {
  #form;
  #place;
  #unsent;
  #leaves;
  #undo;
  #key; // as the page came, before an older one took its place
  #noted; // when
  #timer;
  #failed;
  #isHeld = false;
  #kept;

  constructor(session, place) {
    this.#place = place;
    this.#form = session.querySelector("form[data-record]");
    this.#unsent = session.querySelector("[data-unsent]");
    this.#leaves = session.querySelectorAll("[data-act=leave]");
    this.#undo = session.querySelector("button[formaction]");
    this.#key = this.#form.elements.key.value;
    this.#form.addEventListener("submit", (event) => {
      if (event.submitter === this.#undo) return this.forget();
      event.preventDefault();
      if (performance.now() - this.#noted > SAME_TAP) this.send();
    });
    // A key that is held down presses once.
    this.#form.addEventListener("keydown", (event) => event.repeat && event.preventDefault());
  }

  // Notes the seconds it took, and whether it is "finished", done "partly" or "skipped". After a
  // reload the session is still there, under the key that counts it once.
  note(seconds, state) {
    const fields = this.#form.elements;
    fields.source.value = "guided";
    fields.seconds.value = seconds;
    this.#noted = performance.now();
    this.#keep({ key: fields.key.value, seconds, state });
  }

  // The state of one that was noted and has not been sent, or nothing.
  recall() {
    const kept = this.#place.recall();
    if (!kept?.state) return "";
    this.#form.elements.key.value = kept.key;
    this.note(kept.seconds, kept.state);
    if (kept.doubtful) this.#doubt();
    return kept.state;
  }

  forget() {
    this.#unsent.hidden = true;
    this.#place.forget();
  }

  get isSending() {
    return "sending" in this.#form.dataset;
  }

  // By itself, when there were so many seconds to read what is there, and the voice has said it; but
  // only while somebody may see it. Calls back when it can't be sent.
  sendSoon(seconds, failed, signal) {
    this.#failed = failed;
    const wait = () => {
      clearTimeout(this.#timer);
      if (!this.#failed || document.hidden) return;
      this.#timer = setTimeout(() => this.#sendAfterWords(), 1000 * seconds);
    };
    document.addEventListener("visibilitychange", wait, { signal });
    signal.addEventListener("abort", () => this.hold());
    wait();
  }

  #sendAfterWords(waited = 0) {
    if (!isSaying() || waited > LONGEST) return this.send();
    this.#timer = setTimeout(() => this.#sendAfterWords(waited + BREATH), BREATH);
  }

  // Not by itself any more; if it is under way, the next one waits for the person.
  hold() {
    clearTimeout(this.#timer);
    this.#failed = null;
    this.#isHeld = this.isSending;
  }

  async send() {
    if (this.isSending) return;
    this.#form.dataset.sending = "";
    this.#unsent.hidden = true;
    const over = new AbortController();
    const limit = setTimeout(() => over.abort(), PATIENCE);
    const sent = { method: "POST", body: new FormData(this.#form), signal: over.signal };
    let answer, text;
    try {
      answer = await fetch(this.#form.action, sent);
      text = await answer.text();
    } catch {
      return this.#wait();
    } finally {
      clearTimeout(limit);
    }
    // What is wrong is told by a page; the key makes sending it again harmless.
    if (!answer.ok) return this.#form.submit();
    // Also where it leads to signing in: that address has the session with it.
    this.forget();
    const page = new DOMParser().parseFromString(text, "text/html");
    const next = page.querySelector("guided-session")?.closest("#guided");
    if (!next || this.#isHeld) return location.assign(answer.url);
    goOn(next, page.title, answer.url);
  }

  #keep(kept) {
    this.#kept = kept;
    this.#place.keep(kept);
  }

  // It may have arrived all the same: to leave it out is to take it back from now on.
  #doubt() {
    this.#keep({ ...this.#kept, doubtful: true });
    for (const leave of this.#leaves) leave.hidden = true;
    this.#undo.hidden = false;
    this.#undo.formAction = this.#undo.formAction.replace(this.#key, this.#kept.key);
  }

  #wait() {
    delete this.#form.dataset.sending;
    this.#failed?.();
    this.#doubt();
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
