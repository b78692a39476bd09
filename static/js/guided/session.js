// The guided session: its states, and the buttons, keys and clock that lead from one to another.

import { Choices } from "./choices.js";
import { cuesIn, reached } from "./cues.js";
import * as device from "./device.js";
import { Face } from "./face.js";
import { actOf } from "./keys.js";
import { Run } from "./run.js";
import { Record } from "./sending.js";
import { announce, countDown } from "./signals.js";

class GuidedSession extends HTMLElement {
  #state;
  #cues;
  #run;
  #face;
  #choices;
  #record;
  #exit;
  #timer;
  #leaving = new AbortController();

  connectedCallback() {
    const guided = this.closest("#guided");
    this.#cues = cuesIn(this);
    this.#exit = guided.querySelector("[data-act=stop]");
    this.#face = new Face(guided);
    this.#choices = new Choices(this.querySelector("[data-choices]"), () => this.#choose());
    this.#run = new Run(this.#cues, this.#choices.pace);
    this.#record = new Record(this);
    const { signal } = this.#leaving;
    const hide = () => document.hidden && this.#interrupt();
    guided.addEventListener("click", (event) => this.#click(event), { signal });
    document.addEventListener("keydown", (event) => this.#key(event), { signal });
    document.addEventListener("visibilitychange", hide, { signal });
    device.onMissing((name) => this.#face.miss(name));
    const kept = this.#record.recall();
    if (kept) this.#face.paint(this.#cues.at(-1));
    this.#be(kept || "ready");
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
    this.#leaving.abort();
  }

  // What a button, a key or a headset can ask for; each does nothing where it makes no sense.

  start() {
    if (this.#state !== "ready") return this.#remind();
    device.begin(this.#choices.wanted);
    const headset = {
      play: () => this.go(),
      pause: () => this.pause(),
      next: () => this.skip(),
      previous: () => this.back(),
    };
    device.listen(headset, document.title);
    this.go();
    if (document.hidden) this.#interrupt();
  }

  go() {
    if (!["ready", "paused", "asking"].includes(this.#state) || this.#record.isSending) return;
    this.#record.forget();
    const begun = this.#run.go();
    this.#be("running");
    device.stayAwake(true);
    device.playing("playing");
    if (!begun) this.#face.thaw();
    this.#follow({ begun });
  }

  pause() {
    if (this.#state === "running") this.#follow(this.#run.pause());
  }

  back() {
    this.#move("back");
  }

  skip() {
    this.#move("skip");
  }

  stop() {
    if (this.#state === "passing") return this.#stay();
    this.pause();
    if (this.#state !== "paused") return;
    const last = reached(this.#cues, this.#run.at);
    // Before the first repetition there is nothing to ask.
    if (!last) return location.assign(this.#exit.href);
    this.#record.note(this.#run.seconds, "partly");
    this.#face.recount(last);
    this.#be("asking");
  }

  leave(event) {
    if (this.#record.isSending) event.preventDefault();
    else this.#record.forget();
  }

  faster() {
    this.#face.say(this.#choices.hurry(1));
  }

  slower() {
    this.#face.say(this.#choices.hurry(-1));
  }

  // Whoever did not ask for a pause, and may not look, hears that there is one.
  #interrupt() {
    if (this.#state === "running") this.#follow({ ...this.#run.pause(), jumped: true });
  }

  // In a run: one that was done before, and waits to be sent.
  #remind() {
    this.#face.focus();
    announce({ kind: "rest", say: this.#face.said });
    this.#rest();
  }

  // A run goes no further by itself.
  #stay() {
    this.#record.hold();
    this.#be("finished");
    this.#rest();
  }

  #move(way) {
    if (!["running", "paused"].includes(this.#state)) return;
    this.#run[way]();
    this.#follow({ begun: true });
  }

  #be(state) {
    if (state === this.#state) return;
    this.#face.be(state);
    if (this.#state) this.#face.focus();
    this.#state = state;
  }

  // Shows where the run is after something moved it, be it only time.
  #follow({ begun, jumped }) {
    clearTimeout(this.#timer);
    if (this.#run.over) return this.#finish();
    if (begun || jumped) this.#face.show(this.#run);
    if (!this.#run.running) return this.#halt(jumped);
    if (begun) announce(this.#run.cue);
    else countDown(this.#face.count(this.#run), this.#run.length);
    this.#timer = setTimeout(() => this.#follow(this.#run.look()), this.#run.wait);
  }

  #halt(unasked) {
    device.hush();
    device.stayAwake(false);
    device.playing("paused");
    this.#face.freeze();
    this.#be("paused");
    if (unasked) announce({ kind: "rest", say: this.#face.said });
  }

  #finish() {
    const { cue, whole, seconds } = this.#run;
    const goesOn = whole && "run" in this.dataset;
    const over = whole ? "finished" : this.#run.skipped ? "skipped" : "partly";
    this.#face.paint(cue);
    this.#record.note(seconds, over);
    this.#be(goesOn ? "passing" : over);
    announce(whole ? cue : { ...cue, say: this.#face.said });
    if (goesOn) this.#record.sendSoon(() => this.#stay(), this.#leaving.signal);
    if (!goesOn || document.hidden) this.#rest();
  }

  #rest() {
    device.stayAwake(false);
    device.playing("none");
  }

  #choose() {
    this.#run.pace = this.#choices.pace;
    if (this.#state !== "ready") device.begin(this.#choices.wanted);
  }

  #click(event) {
    const act = event.target.closest("[data-act]")?.dataset.act;
    if (!act) return;
    // Before it has begun there is nothing to ask: the link leads away.
    if (act === "stop" && this.#state !== "ready") event.preventDefault();
    this[act](event);
  }

  #key(event) {
    const act = actOf(event, this.#state);
    if (act) this[act]();
  }
}

customElements.define("guided-session", GuidedSession);
