// Without an account a session that is over isn't sent: its form leads to a question.

import { Record } from "./sending.js";
import { ago, forget, keep, kept } from "./trial.js";

export function recordOf(session, place) {
  return session.dataset.person ? new Record(session, place) : new Trial(session, place);
}

class Trial extends Record {
  #form;
  #slug;

  constructor(session, place) {
    super(session, place);
    this.#form = session.querySelector("form[data-record]");
    this.#slug = session.dataset.slug;
    // True also where the device's clock is not.
    this.#form.addEventListener("submit", () => {
      this.#form.elements.ago.value = ago({ ended: this.#form.dataset.made });
    });
  }

  note(seconds, state, ended = Date.now()) {
    super.note(seconds, state, ended);
    super.forget(); // the tab's own copy has no end
    keep({ slug: this.#slug, key: this.#form.elements.key.value, seconds, state, ended });
  }

  recall() {
    const session = kept();
    if (session?.slug !== this.#slug) return "";
    this.#form.elements.key.value = session.key;
    this.note(session.seconds, session.state, session.ended);
    return session.state;
  }

  forget() {
    super.forget();
    forget();
  }
}
