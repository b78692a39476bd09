// Without an account a session that is over isn't sent: its form leads to a question.

import { Record } from "./sending.js";
import { ago, forget, keep, kept } from "./trial.js";

export function recordOf(session, place) {
  return session.dataset.person ? new Record(session, place) : new Trial(session, place);
}

class Trial extends Record {
  #form;
  #slug;
  #ended;

  constructor(session, place) {
    super(session, place);
    this.#form = session.querySelector("form[data-record]");
    this.#slug = session.dataset.slug;
  }

  note(seconds, state, ended = Date.now()) {
    super.note(seconds, state);
    super.forget(); // the tab's own copy has no end
    this.#ended = ended;
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

  send() {
    this.#form.elements.ago.value = ago({ ended: this.#ended });
    this.#form.submit();
  }
}
