// The guided session: its states, and the buttons, keys and clock that lead from one to another.

import { Choices } from "./choices.js";
import { cuesIn, reached } from "./cues.js";
import * as device from "./device.js";
import { Face } from "./face.js";
import { freeze, loop, pose, thaw } from "./figure.js";
import { actOf } from "./keys.js";
import { Run } from "./run.js";
import { Record } from "./sending.js";
import { announce, countDown } from "./signals.js";

class GuidedSession extends HTMLElement {
  #state;
  #cues;
  #run;
  #face;
  #figure;
  #choices;
  #record;
  #exit;
  #timer;
  #leaving = new AbortController();

  connectedCallback() {
    const guided = this.closest("#guided");
    this.#cues = cuesIn(this);
    this.#figure = this.querySelector("svg.fg");
    this.#exit = guided.querySelector("[data-act=stop]");
    this.#face = new Face(guided);
    this.#choices = new Choices(this.querySelector("[data-choices]"), () => this.#choose());
    this.#run = new Run(this.#cues, this.#choices.pace);
    this.#record = new Record(this);
    const { signal } = this.#leaving;
    const hide = () => document.hidden && this.pause();
    guided.addEventListener("click", (event) => this.#click(event), { signal });
    document.addEventListener("keydown", (event) => this.#key(event), { signal });
    document.addEventListener("visibilitychange", hide, { signal });
    device.onMissing((name) => this.#face.miss(name));
    if (this.#record.recall()) {
      this.#face.paint(this.#cues.at(-1));
      this.#be("finished");
    } else {
      loop(this.#figure);
      this.#be("ready");
    }
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
    this.#leaving.abort();
  }

  // What a button, a key or a headset can ask for; each does nothing where it makes no sense.

  start() {
    if (this.#state !== "ready") return;
    device.begin(this.#choices.wanted);
    const headset = {
      play: () => this.go(),
      pause: () => this.pause(),
      next: () => this.skip(),
      previous: () => this.back(),
    };
    device.listen(headset, document.title);
    this.go();
    if (document.hidden) this.pause();
  }

  go() {
    if (!["ready", "paused", "asking"].includes(this.#state) || this.#record.isSending) return;
    const begun = this.#run.go();
    this.#be("running");
    device.stayAwake(true);
    device.playing("playing");
    if (!begun) {
      thaw(this.#figure);
      this.#face.thaw();
    }
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
    this.pause();
    if (this.#state !== "paused") return;
    const last = reached(this.#cues, this.#run.at);
    // Before the first repetition there is nothing to ask.
    if (!last) return location.assign(this.#exit.href);
    this.#record.note(this.#run.seconds);
    this.#face.recount(last);
    this.#be("asking");
  }

  leave(event) {
    if (this.#record.isSending) event.preventDefault();
    else this.#record.forget();
  }

  faster() {
    this.#choices.hurry(1);
  }

  slower() {
    this.#choices.hurry(-1);
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
    if (begun || jumped) this.#show();
    if (!this.#run.running) return this.#halt();
    if (begun) announce(this.#run.cue);
    else countDown(this.#face.count(this.#run), this.#run.length);
    this.#timer = setTimeout(() => this.#follow(this.#run.look()), this.#run.wait);
  }

  #show() {
    const { cue, left } = this.#run;
    this.#face.paint(cue);
    this.#face.turn(this.#run);
    this.#face.count(this.#run);
    pose(this.#figure, { ...cue, seconds: left / 1000 });
  }

  #halt() {
    device.hush();
    device.stayAwake(false);
    device.playing("paused");
    freeze(this.#figure);
    this.#face.freeze();
    this.#be("paused");
  }

  #finish() {
    this.#face.paint(this.#run.cue);
    announce(this.#run.cue);
    this.#record.note(this.#run.seconds);
    this.#record.keep();
    this.#be("finished");
    if ("run" in this.dataset && this.#run.whole) return this.#record.sendSoon(this.#leaving.signal);
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
