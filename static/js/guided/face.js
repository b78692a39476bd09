// The face of a session: words, drawing, ring, number and marks of a cue, and what is told by it.

import { freeze, pose, thaw } from "./figure.js";

const FULL = "4"; // quarters of a toe
const LONG = 95; // letters, more than three lines of large text on a phone
const calm = matchMedia("(prefers-reduced-motion: reduce)");

export class Face {
  #pieces;
  #parts;
  #missing;
  #figure;
  #exit;
  #ring;
  #told = { tells: new Set() };

  // guided: what holds the pieces of all states (data-in), and the parts that change (data-part)
  constructor(guided) {
    const find = (selector) => [...guided.querySelectorAll(selector)];
    this.#pieces = find("[data-in]");
    this.#missing = find("[data-missing]");
    this.#parts = Object.fromEntries(find("[data-part]").map((part) => [part.dataset.part, part]));
    this.#figure = guided.querySelector("svg.fg");
    this.#exit = guided.querySelector("[data-act=stop]");
    this.#fit();
  }

  be(state) {
    for (const piece of this.#pieces) piece.hidden = !piece.dataset.in.split(" ").includes(state);
    const { status } = this.#parts;
    if (state in status.dataset) status.textContent = status.dataset[state];
  }

  // What a screen reader is told.
  get said() {
    return this.#parts.status.textContent;
  }

  say(words) {
    this.#parts.status.textContent = words;
  }

  // Brings the keyboard to the one filled button that the state has, and the eye to its words.
  focus() {
    const session = this.#parts.show.closest("guided-session");
    const buttons = [...session.querySelectorAll(".btn--primary")];
    const main = buttons.find((button) => button.offsetParent) ?? this.#exit;
    main.focus({ preventScroll: true });
    scrollTo(0, 0);
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
    const { show, tell, pacer, pips, status } = this.#parts;
    show.textContent = cue.show;
    tell.textContent = cue.tell;
    this.#fit();
    pacer.dataset.kind = cue.kind;
    this.recount(cue);
    pips?.querySelectorAll(".toe").forEach((toe, number) => {
      toe.dataset.fill = number < cue.pipsDone ? FULL : "0";
      toe.toggleAttribute("data-next", number === cue.pipsDone && cue.count !== "");
    });
    status.textContent = this.#news(cue);
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

  freeze() {
    freeze(this.#figure);
    this.#ring.pause();
  }

  thaw() {
    thaw(this.#figure);
    this.#ring.play();
  }

  // Answers the seconds left, where they are new.
  count({ left }) {
    const seconds = Math.ceil(left / 1000);
    const number = this.#parts.left;
    if (number.textContent === String(seconds)) return NaN;
    number.textContent = seconds;
    number.toggleAttribute("data-wide", seconds > 9);
    const { one, many } = this.#parts.unit.dataset;
    this.#parts.unit.textContent = seconds === 1 ? one : many;
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

  // What is new in this cue: nobody could listen to its sentence for the fifteenth time.
  #news({ show, tell, count, where, natural }) {
    const told = this.#told;
    const again = count === told.count;
    const news = [
      !again && count,
      (natural || again || !count) && show,
      where !== told.where && where,
      !told.tells.has(tell) && tell,
    ];
    Object.assign(told, { count, where });
    told.tells.add(tell);
    return news
      .filter(Boolean)
      .map((words) => words.replace(/\.$/, ""))
      .join(". ");
  }
}
