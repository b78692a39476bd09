// Who tells what is to be told: the page's voice, or the region that a screen reader reads. Never both.

import * as device from "./device.js";

const WORDS_A_SECOND = 2.5; // of a voice that takes its time, or of somebody who reads

/** Whole seconds in which the words can be said, or read. */
export function secondsFor(words) {
  return Math.ceil(words.split(/\s+/).filter(Boolean).length / WORDS_A_SECOND);
}

export class Teller {
  who = "page"; // or "reader", or "nobody"
  #region;

  constructor(region) {
    this.#region = region;
  }

  // Tells it by whoever speaks. A number gives way to words.
  tell(words) {
    const isSaid = this.who === "page" && device.say(words, { givesWay: /^\d+$/.test(words) });
    this.#region.textContent = this.who === "nobody" || isSaid ? "" : words;
  }

  // Tells what the page's voice never says: what a person did by a button, and sees at once.
  note(words) {
    this.#region.textContent = this.who === "nobody" ? "" : words;
  }
}
