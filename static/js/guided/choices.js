// What a person wants to hear and feel, how fast, and what waits for them: remembered by the device.

const PLACE = "guided-choices";
const PACES = ["slower", "normal", "faster"];

let latest = {}; // for a browser that keeps nothing

export class Choices {
  #inputs;
  #who;
  #fold;
  #parts;

  // changed() is called when the person has changed one.
  constructor(session, changed) {
    this.#who = session.querySelector("[data-part=who]");
    this.#fold = session.querySelector("[data-choices]");
    this.#inputs = [this.#who, this.#fold].flatMap((place) => [...place.querySelectorAll("input")]);
    this.#parts = ["spoken", "paced"].map((name) => session.querySelector(`[data-part=${name}]`));
    this.#leaveOutVibration();
    const kept = read();
    this.#remember(kept);
    if ("who" in kept) this.#foldWho();
    this.#sumUp();
    for (const place of [this.#who, this.#fold])
      place.addEventListener("change", (event) => {
        event.stopPropagation(); // the one may stand in the other
        this.#keep();
        changed();
      });
  }

  // "page", "reader" or "nobody"
  get who() {
    return this.#chosen("who").value;
  }

  get pace() {
    return this.#chosen("pace").value;
  }

  // What the device is to do: {voice: true, tones: false, …}
  get wanted() {
    const { unseen, headset, ...others } = this.#switches;
    // What keeps the buttons of a headset alive keeps a page awake that isn't seen.
    return { voice: this.who === "page", ...others, headset: headset || unseen };
  }

  // Whether it goes on while the page isn't seen: by what can be heard then.
  get goesOnUnseen() {
    const { unseen, tones } = this.#switches;
    return unseen && (tones || this.who === "page");
  }

  // Whether the cue waits until the person says that they are ready.
  waits({ waits, kind }) {
    const how = this.#chosen("waits").value;
    return how === "always" ? waits || kind === "change" : how === "marked" && waits;
  }

  // Who speaks is asked before the first start; from then on it stands with the others.
  settle() {
    this.#keep();
    this.#foldWho();
  }

  // One step faster (1) or slower (-1), as if it had been chosen by hand; answers what it is called.
  hurry(step) {
    const now = PACES.indexOf(this.pace);
    const pace = PACES[now + step] ?? PACES[now];
    this.#inputs.find(({ value }) => value === pace).click();
    return labelOf(this.#chosen("pace"));
  }

  get #switches() {
    const switches = this.#inputs.filter(({ type }) => type === "checkbox");
    return Object.fromEntries(switches.map((input) => [input.name, input.checked]));
  }

  #chosen(group) {
    return this.#inputs.find(({ name, checked }) => name === group && checked);
  }

  #leaveOutVibration() {
    if ("vibrate" in navigator) return;
    const input = this.#inputs.find(({ name }) => name === "vibration");
    input.checked = false;
    input.closest("label").hidden = true;
  }

  #remember(kept) {
    for (const input of this.#inputs) {
      const { name, type, value } = input;
      if (type === "radio") input.checked ||= value === kept[name];
      else if (typeof kept[name] === "boolean" && !input.closest("label").hidden)
        input.checked = kept[name];
    }
  }

  #foldWho() {
    this.#who.dataset.in = this.#fold.dataset.in;
    this.#who.hidden = false;
    this.#fold.querySelector(".fold-body").prepend(this.#who);
    this.#sumUp();
  }

  #sumUp() {
    const [spoken, paced] = this.#parts;
    if (this.#fold.contains(this.#who)) spoken.textContent = this.#chosen("who").dataset.told;
    paced.textContent = labelOf(this.#chosen("pace"));
  }

  #keep() {
    const radios = ["who", "pace", "waits"].map((group) => [group, this.#chosen(group).value]);
    latest = { ...this.#switches, ...Object.fromEntries(radios) };
    this.#sumUp();
    try {
      localStorage.setItem(PLACE, JSON.stringify(latest));
    } catch {
      // Such a browser knows it until the page is left.
    }
  }
}

const labelOf = (input) => input.closest("label").textContent.trim();

function read() {
  let kept;
  try {
    kept = JSON.parse(localStorage.getItem(PLACE));
  } catch {
    return latest;
  }
  if (typeof kept !== "object" || !kept) return latest;
  // Before it was asked who speaks, the voice could be switched off, and the region spoke.
  if (kept.voice === false) return { who: "reader", ...kept };
  return kept;
}
