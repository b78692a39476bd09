// What sounds and is felt as a cue begins, and in its last seconds.

import { buzz, tone } from "./device.js";

const TONES = { hold: "hold", rest: "rest", pause: "rest", done: "done" };
const SHORT = 100; // milliseconds of buzz
const LONG = { turn: 400, change: 400, done: 400 };
const LAST = 3; // seconds that tick
const TICKING = 4000; // milliseconds that a cue must have, to tick at its end

export function signal(kind) {
  tone(TONES[kind] ?? "phase");
  buzz(LONG[kind] ?? SHORT);
}

export function countDown(seconds, length) {
  if (seconds <= LAST && length >= TICKING) tone("tick");
}
