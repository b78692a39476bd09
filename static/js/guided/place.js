// What the device keeps of a session for a day: where it is, or that it is over and not sent yet.

const OURS = "guided "; // before the person, the exercise and the day
const LONGEST = 24 * 60 * 60 * 1000; // milliseconds

export class Place {
  #name;
  #cues;

  constructor(session, cues) {
    const { person, slug } = session.dataset;
    const { day } = session.querySelector("form[data-record]").elements;
    this.#name = OURS + [person, slug, day.value].join(" ");
    // In a run one changes position first, and is told what came before.
    const lasting = cues.filter(({ kind }) => kind !== "position");
    const told = lasting.map(({ kind, seconds, where, pips }) => [kind, seconds, where, pips]);
    this.#cues = JSON.stringify(told);
  }

  keep(what) {
    const kept = { ...what, cues: this.#cues, moment: Date.now() };
    store((device) => device.setItem(this.#name, JSON.stringify(kept)));
  }

  // Nothing where the session has other cues by now: then it begins anew.
  recall() {
    store(tidy);
    const kept = store((device) => read(device, this.#name));
    return kept?.state || kept?.cues === this.#cues ? kept : null;
  }

  forget() {
    store((device) => device.removeItem(this.#name));
  }
}

const namesIn = (device) => Object.keys(device).filter((name) => name.startsWith(OURS));

function tidy(device) {
  for (const name of namesIn(device)) {
    const age = Date.now() - read(device, name)?.moment;
    if (!(Math.abs(age) <= LONGEST)) device.removeItem(name);
  }
}

function read(device, name) {
  try {
    return JSON.parse(device.getItem(name));
  } catch {
    return null; // what something else has written there
  }
}

// A browser that keeps nothing just forgets on a reload.
function store(use) {
  try {
    return use(localStorage);
  } catch {
    return null;
  }
}
