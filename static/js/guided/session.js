// The guided session: its states, and the buttons, keys and clock that lead from one to another.

import { hearHeadset, hearPage } from "./asks.js";
import { Choices } from "./choices.js";
import { cuesIn, reached } from "./cues.js";
import * as device from "./device.js";
import { Face } from "./face.js";
import { Place } from "./place.js";
import { carry } from "./round.js";
import { Run } from "./run.js";
import { countDown, signal } from "./signals.js";
import { recordOf } from "./stranger.js";
import { secondsFor, Teller } from "./telling.js";

const GOES = new Set(["ready", "waiting", "paused", "returned", "asking"]);
const MOVES = new Set(["running", "waiting", "paused", "returned"]);

class GuidedSession extends HTMLElement {
  state;
  #cues;
  #run;
  #face;
  #choices;
  #teller;
  #place;
  #record;
  #isOpen = false;
  #timer;
  #leaving = new AbortController();

  connectedCallback() {
    const guided = this.closest("#guided");
    carry(this);
    this.#cues = cuesIn(this);
    this.#face = new Face(guided);
    this.#choices = new Choices(this, () => this.#choose());
    this.#teller = new Teller(this.querySelector("[data-part=status]"));
    this.#teller.who = this.#choices.who;
    this.#run = new Run(this.#cues, this.#choices.pace);
    this.#run.waits = (cue) => this.#choices.waits(cue);
    this.#place = new Place(this, this.#cues);
    this.#record = recordOf(this, this.#place);
    hearPage(this, guided, this.#leaving.signal);
    device.onMissing((name) => this.#face.miss(name));
    this.#be("ready");
    this.#comeBack();
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
    this.#leaving.abort();
  }

  // What a button, a key or a headset can ask for; each does nothing where it makes no sense.

  start() {
    if (this.state !== "ready") return this.#remind();
    this.go();
    if (document.hidden) this.interrupt();
  }

  ready() {
    this.go();
  }

  go() {
    if (!GOES.has(this.state) || this.#record.isSending) return;
    this.#record.forget();
    if (!this.#isOpen) this.#open();
    const waited = this.#run.waiting;
    const begun = this.#run.go();
    this.#place.keep(this.#run.place);
    this.#be("running");
    device.stayAwake(true);
    device.playing("playing");
    if (!begun && !waited) this.#face.thaw();
    this.#follow({ begun, waited });
  }

  anew() {
    this.#run.comeBack({ ahead: this.#cues.length, spent: 0, skipped: [] });
    this.go();
  }

  pause() {
    if (this.state === "running") this.#follow(this.#run.pause());
  }

  back() {
    this.#move("back");
  }

  skip() {
    this.#move("skip");
  }

  stop() {
    if (this.state === "passing") return this.stay();
    this.pause();
    if (!MOVES.has(this.state)) return;
    const last = reached(this.#cues, this.#run.at);
    // Before the first repetition there is nothing to ask.
    if (!last) {
      this.#record.forget();
      return location.assign(this.closest("#guided").querySelector("[data-act=stop]").href);
    }
    if (this.state === "waiting") this.#hush();
    this.#record.note(this.#run.seconds, "partly");
    this.#face.recount(last);
    this.#be("asking");
    this.#teller.note(this.#face.sentence("asking"));
  }

  leave(event) {
    if (this.#record.isSending) event.preventDefault();
    else this.#record.forget();
  }

  // A run goes no further by itself.
  stay() {
    if (this.state !== "passing") return;
    this.#record.hold();
    this.#be("finished");
    this.#rest();
  }

  // It waits in the outbox, and this is what is next. Answers in how many seconds that was said.
  keep(next) {
    this.querySelector("[data-part=next]").href = next;
    this.#be("kept");
    const sentence = this.#face.sentence("kept");
    if (this.#isOpen) this.#teller.tell(sentence);
    else this.#teller.note(sentence);
    this.#rest();
    return secondsFor(sentence);
  }

  faster() {
    this.#teller.note(this.#choices.hurry(1));
  }

  slower() {
    this.#teller.note(this.#choices.hurry(-1));
  }

  // Whoever did not ask for a pause, and may not look, hears that there is one.
  interrupt() {
    if (this.state === "running" && !this.#choices.goesOnUnseen) this.#follow({ ...this.#run.pause(), jumped: true });
  }

  // In a run: one that was done before and waits to be sent, or that was broken off.
  #remind() {
    this.#face.focus();
    signal("rest");
    this.#teller.tell(this.#face.sentence(this.state));
    this.#rest();
  }

  // To what the device has kept: one that is over, or where one was.
  #comeBack() {
    const over = this.#record.recall();
    if (over) this.#face.paint(this.#cues.at(-1));
    else if (!this.#run.comeBack(this.#place.recall())) return;
    else this.#face.stand(this.#run);
    this.#be(over || "returned");
    this.#teller.note(this.#face.sentence(this.state));
  }

  #move(way) {
    if (!MOVES.has(this.state)) return;
    this.#run[way]();
    this.#follow({ begun: true });
  }

  // Within the person's tap: what may sound and light does so from there.
  #open() {
    this.#isOpen = true;
    this.#choices.settle();
    this.#begin();
    hearHeadset(this);
  }

  #be(state) {
    if (state === this.state) return;
    this.#face.be(state);
    if (this.state) this.#face.focus();
    this.state = state;
  }

  // Shows where the run is after something moved it, be it only time.
  #follow({ begun, jumped, waited }) {
    clearTimeout(this.#timer);
    const run = this.#run;
    if (run.over) return this.#finish();
    if (begun) run.takeAtLeast(secondsFor(run.cue.say));
    if (begun || jumped || waited) this.#face.show(run);
    if (begun || !run.running) this.#place.keep(run.place);
    if (!run.running) return this.#halt(jumped);
    if (begun) this.#announce(run);
    else countDown(this.#face.count(run), run.length);
    if (!run.waiting) this.#timer = setTimeout(() => this.#follow(run.look()), run.wait);
  }

  #announce({ cue, waiting }) {
    if (waiting) device.playing("paused");
    else if (this.state === "waiting") device.playing("playing");
    this.#be(waiting ? "waiting" : "running");
    signal(cue.kind);
    this.#teller.tell(waiting ? `${cue.say} ${this.#face.waits}` : cue.say);
  }

  #halt(unasked) {
    this.#hush();
    device.playing("paused");
    this.#face.freeze();
    this.#be("paused");
    const sentence = this.#face.sentence("paused");
    if (!unasked) return this.#teller.note(sentence);
    signal("rest");
    this.#teller.tell(sentence);
  }

  #finish() {
    const { cue, whole, skipped, seconds } = this.#run;
    const over = whole ? "finished" : skipped ? "skipped" : "partly";
    const goesOn = whole && "run" in this.dataset;
    const state = goesOn ? "passing" : over;
    const sentence = this.#face.sentence(state);
    const words = whole ? `${cue.say} ${sentence}`.trim() : sentence;
    this.#face.paint(cue);
    this.#record.note(seconds, over);
    this.#be(state);
    signal(cue.kind);
    this.#teller.tell(words);
    if (goesOn) {
      const seconds = Math.max(...[`${cue.show} ${cue.tell} ${sentence}`, words].map(secondsFor));
      this.#record.sendSoon(seconds, this.#leaving.signal);
    }
    if (!goesOn || document.hidden) this.#rest();
  }

  #hush() {
    device.hush();
    device.stayAwake(false);
  }

  #rest() {
    device.stayAwake(false);
    device.playing("none");
  }

  #choose() {
    this.#run.pace = this.#choices.pace;
    this.#teller.who = this.#choices.who;
    if (this.state !== "ready") this.#begin();
  }

  #begin() {
    const [language] = Intl.getCanonicalLocales(this.dataset.language);
    device.begin({ ...this.#choices.wanted, language });
  }
}

customElements.define("guided-session", GuidedSession);
