// The face of a session: words, drawing, ring, number and marks of a cue.

import { freeze, pose, thaw } from "./figure.js";

const FULL = "4"; // quarters of a toe
const LONG = 95; // letters, more than three lines of large text on a phone
const FOLLOWED = new Set(["running", "waiting", "paused", "returned"]);
// How the page is laid out: with the drawing alone, with the number as well, or with neither.
const LOOKS = {
  ready: "still",
  waiting: "still",
  running: "counting",
  paused: "counting",
  returned: "counting",
};
const calm = matchMedia("(prefers-reduced-motion: reduce)");

export class Face {
  #pieces;
  #parts;
  #missing;
  #figure;
  #session;
  #exit;
  #ring;
  #seconds;
  #state;
  #opens = true;

  // guided: what holds the pieces of all states (data-in), and the parts that change (data-part)
  constructor(guided) {
    const find = (selector) => [...guided.querySelectorAll(selector)];
    this.#pieces = find("[data-in]");
    this.#missing = find("[data-missing]");
    this.#parts = Object.fromEntries(find("[data-part]").map((part) => [part.dataset.part, part]));
    this.#figure = guided.querySelector("svg.fg");
    this.#session = guided.querySelector("guided-session");
    this.#exit = guided.querySelector("[data-act=stop]");
    this.#fit();
  }

  be(state) {
    this.#state = state;
    this.#session.dataset.state = LOOKS[state] ?? "asking";
    const now = new Set([state, this.#opens && FOLLOWED.has(state) && "opening"]);
    for (const piece of this.#pieces)
      piece.hidden = !piece.dataset.in.split(" ").some((name) => now.has(name));
  }

  // What is told of a state that has more to tell than its cue, else nothing.
  sentence(state) {
    return this.#parts.status.dataset[state] ?? "";
  }

  // What is told after the words of a cue that waits.
  get waits() {
    return this.#parts.waits.textContent;
  }

  // Brings the keyboard to the one filled button that the state has, and the eye to its words.
  focus() {
    const buttons = [...this.#session.querySelectorAll(".btn--primary")];
    const main = buttons.find((button) => button.offsetParent) ?? this.#exit;
    main.focus({ preventScroll: true });
    scrollTo(0, 0);
    main.scrollIntoView({ block: "nearest" });
  }

  // All of where a run is.
  show(run) {
    this.paint(run.cue);
    this.#turn(run);
    this.count(run);
    pose(this.#figure, { ...run.cue, seconds: run.left / 1000 });
  }

  // The words of a cue.
  paint(cue) {
    const { show, tell, pacer, pips } = this.#parts;
    show.textContent = cue.show;
    tell.textContent = cue.tell;
    this.#fit();
    pacer.dataset.kind = cue.kind;
    this.recount(cue);
    pips?.querySelectorAll(".toe").forEach((toe, number) => {
      toe.dataset.fill = number < cue.pipsDone ? FULL : "0";
      toe.toggleAttribute("data-next", number === cue.pipsDone && cue.count !== "");
    });
    if (cue.opens === this.#opens) return;
    this.#opens = cue.opens;
    this.be(this.#state);
  }

  // What has been counted: also the last that was, for whoever stops between two.
  recount({ count, where } = { count: "", where: "" }) {
    this.#parts.count.textContent = count;
    this.#parts.where.textContent = where;
  }

  // Sets the ring to what is left of the cue, from where it goes on by itself.
  #turn({ left, length }) {
    this.#ring?.cancel();
    this.#ring = this.#parts.arc.animate(
      { strokeDashoffset: [100 * (1 - left / length), 100] },
      { duration: left, fill: "both", easing: calm.matches ? `steps(${Math.ceil(left / 1000)})` : "linear" },
    );
  }

  // As `show`, while nothing moves.
  stand(run) {
    this.show(run);
    this.freeze();
  }

  freeze() {
    freeze(this.#figure);
    this.#ring.pause();
  }

  thaw() {
    thaw(this.#figure);
    this.#ring.play();
  }

  // Shows the seconds left, or the number of the repetition where it is one short movement. Answers
  // the seconds, where they are new.
  count({ left, cue }) {
    const seconds = Math.ceil(left / 1000);
    const { left: number, unit } = this.#parts;
    const { one, many } = unit.dataset;
    const shown = cue.number || String(seconds);
    if (number.textContent !== shown) number.textContent = shown;
    number.toggleAttribute("data-wide", shown.length > 1);
    unit.textContent = cue.number ? "" : seconds === 1 ? one : many;
    if (seconds === this.#seconds) return NaN;
    this.#seconds = seconds;
    return seconds;
  }

  miss(name) {
    for (const sentence of this.#missing) sentence.hidden &&= sentence.dataset.missing !== name;
  }

  // Long sentences are set smaller, so that what stands below them stays where it is.
  #fit() {
    const { tell } = this.#parts;
    tell.parentElement.toggleAttribute("data-long", tell.textContent.length > LONG);
  }
}
