// Stands in for what a browser can do beyond the page, and keeps in `heard` what it was asked for.

const heard = [];
const facilities = {
  heard,
  hidden: false,
  mute: false, // words that are to be spoken never begin
  refuses: [], // names of calls that fail
  unknown: [], // buttons of a headset that the browser has no word for
  voices: [],
  voicesOf(...langs) {
    this.voices = langs.map((lang) => ({ lang, name: lang, localService: true, default: false }));
  },
  lack(...names) {
    for (const name of names) replace(name in navigator ? navigator : window, name, undefined);
  },
  look(hidden) {
    this.hidden = hidden;
    document.dispatchEvent(new Event("visibilitychange"));
  },
};

function replace(owner, name, value) {
  Object.defineProperty(owner, name, { value, configurable: true, writable: true });
}

function ask(name) {
  if (facilities.refuses.includes(name)) throw new DOMException(name, "NotAllowedError");
}

class SpeechSynthesisUtterance {
  constructor(text) {
    this.text = text;
  }
}

const speechSynthesis = {
  current: null,
  get speaking() {
    return this.current !== null;
  },
  getVoices: () => facilities.voices,
  speak(words) {
    ask("speak");
    this.current = words;
    if (!facilities.mute) queueMicrotask(() => words.onstart?.());
    heard.push(`say “${words.text}” in ${words.lang}` + (words.voice ? ` by ${words.voice.name}` : ""));
  },
  cancel() {
    heard.push("cancel");
    const words = this.current;
    this.current = null;
    setTimeout(() => words?.onerror({ type: "error", error: "interrupted" })); // late, as browsers do
  },
  over(type = "end", error = undefined) {
    const words = this.current;
    this.current = null;
    words?.[`on${type}`]({ type, error });
  },
};

class Param {
  constructor(value) {
    this.points = [value];
  }
  setValueAtTime(value, at) {
    this.points.push([value, at]);
  }
  linearRampToValueAtTime(value, at) {
    this.points.push([value, at]);
  }
  setTargetAtTime(value) {
    heard.push(`fade to ${value}`);
  }
}

class AudioContext {
  constructor() {
    ask("AudioContext");
    heard.push("open the loudspeaker");
    this.state = "suspended";
    this.currentTime = 10;
    this.destination = "loudspeaker";
    facilities.audio = this;
  }
  async resume() {
    ask("resume");
    await facilities.asleep;
    if (!facilities.refuses.includes("wake")) this.state = "running";
  }
}

class GainNode {
  constructor(context, { gain = 1 } = {}) {
    if (!(context instanceof AudioContext)) throw new TypeError("no context");
    this.gain = new Param(gain);
  }
  connect(to) {
    this.to = to;
    return to;
  }
}

class OscillatorNode {
  constructor(context, { frequency }) {
    this.pitch = frequency;
  }
  connect(to) {
    this.to = to;
    return to;
  }
  start(at) {
    this.from = at;
  }
  stop(at) {
    const milliseconds = Math.round((at - this.from) * 1000);
    heard.push(`tone ${this.pitch} Hz ${milliseconds} ms`);
    facilities.envelope = this.to.gain.points;
    facilities.reaches = this.to.to.to;
  }
}

const wakeLock = {
  async request(type) {
    heard.push(`lock ${type}`);
    await facilities.pending;
    ask("wakeLock");
    const lock = {
      released: false,
      async release() {
        if (lock.released) return;
        heard.push("unlock");
        lock.released = true;
        lock.onrelease();
      },
    };
    facilities.lock = lock;
    return lock;
  },
};

const mediaSession = {
  handlers: {},
  setActionHandler(action, handler) {
    if (facilities.unknown.includes(action)) throw new TypeError(action);
    this.handlers[action] = handler;
  },
};

class Audio {
  constructor(address) {
    heard.push(`load ${new URL(address).pathname}`);
  }
  async play() {
    ask("play");
    heard.push(this.loop ? "play it over and over" : "play it once");
  }
  pause() {
    heard.push("pause the track");
  }
}

replace(window, "facilities", facilities);
Object.defineProperty(document, "hidden", { get: () => facilities.hidden });
for (const [name, value] of Object.entries({
  speechSynthesis,
  SpeechSynthesisUtterance,
  AudioContext,
  GainNode,
  OscillatorNode,
  Audio,
}))
  replace(window, name, value);
let buzzing = false;
replace(navigator, "vibrate", (pattern) => {
  if (pattern) heard.push(`buzz ${pattern}`);
  else if (buzzing) heard.push("stop buzzing");
  buzzing = Boolean(pattern);
  return true;
});
replace(navigator, "wakeLock", wakeLock);
replace(navigator, "mediaSession", mediaSession);
