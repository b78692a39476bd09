// The run of a session: from its cues and a clock, where it is. No page, no sound, no timer.
//
// Time is the difference between two looks at one monotonic clock. Whoever wakes it late changes
// nothing but the moment of looking; whoever wakes it far too late finds it paused where it was.

export const PACES = { slower: 4 / 3, normal: 1, faster: 3 / 4 };

// Milliseconds between two looks: one second is meant, two more are late, beyond that it slept.
const JUMP = 3000;

// A monotonic clock may stand still while a device sleeps; the wall's doesn't. In milliseconds.
const CLOCKS = () => ({ steady: performance.now(), wall: Date.now() });

const isWork = ({ kind }) => ["move", "hold"].includes(kind);
const isRepeated = (kind) => ["move", "hold", "back", "pause"].includes(kind);

export class Run {
  running = false;
  at = 0; // which cue
  length = 0; // of this cue at its pace, in milliseconds
  gone = 0; // of it
  waiting = false; // for the person; no time passes
  waits = () => false; // whether a cue does
  #spent = 0;
  #skipped = new Set();
  #seen;
  #clocks;

  // cues: [{kind, seconds, natural}], of which the last one is the end
  constructor(cues, pace = "normal", clocks = CLOCKS) {
    this.cues = cues;
    this.pace = pace;
    this.#clocks = clocks;
    this.#enter(0);
  }

  // A cue that is no work takes at least so long: its words are heard to their end at any pace.
  takeAtLeast(seconds) {
    if (this.cue.natural && this.cue.kind !== "pause")
      this.length = Math.max(this.length, 1000 * seconds);
  }

  get cue() {
    return this.cues[this.at];
  }

  get over() {
    return this.at === this.cues.length - 1;
  }

  get left() {
    return this.length - this.gone;
  }

  // The whole seconds spent running.
  get seconds() {
    return Math.round(this.#spent / 1000);
  }

  // Whether all that is to be done was left to its end.
  get whole() {
    return this.over && this.#skipped.size === 0;
  }

  // Whether nothing of it was.
  get skipped() {
    return this.cues.every((cue, at) => !isWork(cue) || this.#skipped.has(at));
  }

  // In how many milliseconds there is something new to see: a second less, or the cue's end.
  get wait() {
    return Math.max(1, Math.ceil(this.left % 1000 || 1000));
  }

  // Where it is, to come back to; told from the end, as a run begins with one cue more.
  get place() {
    const ahead = (at) => this.cues.length - at;
    return { ahead: ahead(this.at), spent: this.#spent, skipped: [...this.#skipped].map(ahead) };
  }

  // Stands at the beginning of the cue at such a place. Answers whether there is one.
  comeBack(place) {
    const { ahead, spent, skipped } = place ?? {};
    if (!(ahead > 1 && spent >= 0 && Array.isArray(skipped))) return false;
    const at = (ahead) => Math.max(0, this.cues.length - ahead);
    this.#spent = spent;
    this.#skipped = new Set(skipped.map(at));
    this.#enter(at(ahead));
    return true;
  }

  // Begins, or goes on. Answers whether the cue begins (anew): what was broken off is done again.
  go() {
    if (this.waiting && this.running) return this.#endWaiting();
    if (this.running || this.over) return false;
    if (!this.cue.natural || this.gone === 0) this.#enter(this.at);
    this.#seen = this.#clocks();
    this.running = true;
    return this.gone === 0;
  }

  // There is as much time left as there was to get ready at the start.
  #endWaiting() {
    const { seconds } = this.cues.find(({ kind }) => kind === "ready") ?? this.cue;
    this.gone = Math.max(0, this.length - 1000 * seconds * PACES[this.pace]);
    this.#seen = this.#clocks();
    this.waiting = false;
    return false;
  }

  // Answers how many cues have begun since the last look, and whether time jumped meanwhile.
  look() {
    if (!this.running || this.waiting) return { begun: 0, jumped: false };
    const now = this.#clocks();
    const passed = now.steady - this.#seen.steady;
    const jumped = Math.max(passed, now.wall - this.#seen.wall) > JUMP;
    this.#seen = now;
    if (jumped) this.running = false;
    return { begun: jumped ? 0 : this.#pass(passed), jumped };
  }

  pause() {
    const seen = this.look();
    this.running = false;
    return seen;
  }

  back() {
    this.look();
    this.#enter(Math.max(0, this.at - 1));
  }

  skip() {
    this.look();
    if (this.over) return;
    if (isWork(this.cue)) this.#skipped.add(this.at);
    this.#enter(this.at + 1);
  }

  #pass(time) {
    const from = this.at;
    this.#spent += time;
    this.gone += time;
    while (this.running && !this.waiting && this.left <= 0) {
      const late = -this.left;
      this.#skipped.delete(this.at);
      this.#enter(this.at + 1);
      if (this.running && !this.waiting) this.gone = late;
    }
    return this.at - from;
  }

  // A hold lasts as long as it should, and no pace hurries whoever gets ready or changes sides.
  #stretch({ kind }) {
    if (kind === "hold") return 1;
    const pace = PACES[this.pace];
    return isRepeated(kind) ? pace : Math.max(1, pace);
  }

  #enter(at) {
    const cue = this.cues[at];
    if (this.waiting) this.#seen = this.#clocks();
    this.at = at;
    this.gone = 0;
    this.length = 1000 * cue.seconds * this.#stretch(cue);
    if (this.over) this.running = false;
    this.waiting = !this.over && this.waits(cue);
  }
}
