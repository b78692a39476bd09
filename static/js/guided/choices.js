// What a person wants to hear and feel, and how fast: switches that the device remembers.

const PLACE = "guided-choices";
const PACES = ["slower", "normal", "faster"];

export class Choices {
  #inputs;

  // changed() is called when the person has changed one.
  constructor(place, changed) {
    this.#inputs = [...place.querySelectorAll("input")];
    this.#leaveOutVibration();
    this.#remember();
    place.addEventListener("change", () => {
      this.#keep();
      changed();
    });
  }

  // {voice: true, tones: false, …}
  get wanted() {
    const switches = this.#inputs.filter((input) => input.type === "checkbox");
    return Object.fromEntries(switches.map((input) => [input.name, input.checked]));
  }

  get pace() {
    return this.#inputs.find((input) => input.name === "pace" && input.checked).value;
  }

  // One step faster (1) or slower (-1), as if it had been chosen by hand; answers what it is called.
  hurry(step) {
    const now = PACES.indexOf(this.pace);
    const pace = PACES[now + step] ?? PACES[now];
    const input = this.#inputs.find(({ value }) => value === pace);
    input.click();
    return input.closest("label").textContent;
  }

  #leaveOutVibration() {
    if ("vibrate" in navigator) return;
    const input = this.#inputs.find(({ name }) => name === "vibration");
    input.checked = false;
    input.closest("label").hidden = true;
  }

  #remember() {
    const kept = read();
    for (const input of this.#inputs) {
      if (!(input.name in kept) || input.closest("label").hidden) continue;
      input.checked = input.type === "radio" ? input.value === kept.pace : kept[input.name];
    }
  }

  #keep() {
    try {
      localStorage.setItem(PLACE, JSON.stringify({ ...this.wanted, pace: this.pace }));
    } catch {
      // A browser that keeps nothing lets the person choose anew each time.
    }
  }
}

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(PLACE)) ?? {};
    return { ...kept, ...(!PACES.includes(kept.pace) && { pace: "normal" }) };
  } catch {
    return {};
  }
}
