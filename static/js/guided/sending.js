// Hands a session that is over to the outbox, and goes on: with the page that the answer brings, or
// without a network by Today, which this device keeps. Until then its place has it.

import { isSaying } from "./device.js";

const BREATH = 300; // milliseconds until it is asked again whether the voice has come to its end
const LONGEST = 20000; // milliseconds for a voice that never says so
const PATIENCE = 10000; // milliseconds for an answer, where the outbox can wait for it alone
const SAME_TAP = 800; // milliseconds in which a press was meant for what stood there before
const TODAY = "/today/";

export class Record {
  #form;
  #session;
  #place;
  #timer;
  #isSoon = false; // that it is sent by itself
  #isKept = false;
  #isHeld = false;

  constructor(session, place) {
    this.#session = session;
    this.#place = place;
    this.#form = session.querySelector("form[data-record]");
    const hear = (type, act) => this.#form.addEventListener(type, act);
    hear("submit", (event) => this.#begin(event));
    hear("shelved", () => {
      this.forget();
      this.#timer = setTimeout(() => this.#keep(), PATIENCE);
    });
    hear("kept", ({ detail: why }) => (why === "away" ? this.#keep() : location.assign(TODAY)));
    hear("answered", (event) => this.#goOn(event));
    hear("unsent", () => {
      delete this.#form.dataset.sending;
      session.stay();
    });
  }

  // Notes the seconds it took, and whether it is "finished", done "partly" or "skipped". After a
  // reload the session is still there, under the key that counts it once.
  note(seconds, state, ended = Date.now()) {
    const { elements, dataset } = this.#form;
    elements.source.value = "guided";
    elements.seconds.value = seconds;
    dataset.made = ended;
    this.#place.keep({ key: elements.key.value, seconds, state, ended });
  }

  // The state of one that was noted and has not been sent, or nothing.
  recall() {
    const kept = this.#place.recall();
    if (!kept?.state) return "";
    this.#form.elements.key.value = kept.key;
    this.note(kept.seconds, kept.state, kept.ended);
    return kept.state;
  }

  forget() {
    this.#place.forget();
  }

  get isSending() {
    return "sending" in this.#form.dataset;
  }

  // By itself, when there were so many seconds to read what is there, and the voice has said it; but
  // only while somebody may see it.
  sendSoon(seconds, signal) {
    this.#isSoon = true;
    const wait = () => {
      if (!this.#isSoon) return;
      clearTimeout(this.#timer);
      if (document.hidden) return;
      this.#timer = setTimeout(() => this.#sendAfterWords(), 1000 * seconds);
    };
    document.addEventListener("visibilitychange", wait, { signal });
    signal.addEventListener("abort", () => this.hold());
    wait();
  }

  #sendAfterWords(waited = 0) {
    if (!isSaying() || waited > LONGEST) return this.#form.requestSubmit();
    this.#timer = setTimeout(() => this.#sendAfterWords(waited + BREATH), BREATH);
  }

  // Not by itself any more; if it is under way, the next one waits for the person.
  hold() {
    this.#isSoon = false;
    this.#isHeld = this.isSending;
    if (!this.isSending) clearTimeout(this.#timer);
  }

  #begin(event) {
    if (this.isSending || Math.abs(Date.now() - this.#form.dataset.made) < SAME_TAP) {
      event.preventDefault();
      return event.stopPropagation();
    }
    this.#isSoon = false;
    clearTimeout(this.#timer);
    this.#form.dataset.sending = "";
  }

  // Where pages come without a network, so does what is next, once this was said.
  #keep() {
    if (this.#isKept) return;
    this.#isKept = this.#isHeld = true;
    clearTimeout(this.#timer);
    const { page, round } = this.#form.elements;
    const next = page.value === "run" ? `${TODAY}#run-${round.value}` : TODAY;
    const seconds = this.#session.keep(next);
    if (!navigator.serviceWorker?.controller) return;
    this.#timer = setTimeout(() => location.assign(next), 1000 * seconds);
  }

  // The page stays, so that what may sound and light in it still may.
  #goOn(event) {
    clearTimeout(this.#timer);
    const { page, to } = event.detail;
    const fresh = new DOMParser().parseFromString(page, "text/html");
    const next = fresh.querySelector("guided-session")?.closest("#guided");
    if (!next || this.#isHeld) return;
    event.preventDefault();
    document.getElementById("guided").replaceWith(next);
    document.title = fresh.title;
    history.replaceState(null, "", to);
    next.querySelector("guided-session").start();
  }
}

// A page that comes back as it was left waits for nothing.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sending]")) delete form.dataset.sending;
});
