// What a browser can do for the guided session: speak, sound, vibrate, stay awake, hear a headset.
//
// Nothing here throws into the session. What is absent or refused is told once, by its name, and
// the session runs on without.

import { attempt, miss, on } from "./missing.js";

export { stayAwake } from "./awake.js";
export { onMissing } from "./missing.js";

/** To be called inside the person's tap: browsers let a page sound only from there. */
export function begin({ voice = false, language, tones = false, vibration = false, headset = false }) {
  Object.assign(on, { voice, language: voice, tones, vibration, headset });
  spoken = language;
  if (!voice) stopSpeaking();
  else if (!primed) attempt("voice", () => speak(""));
  if (!tones) stopSounding();
  else attempt("tones", unlockTones);
  attempt("vibration", () => navigator.vibrate(0));
  attempt("headset", accompany);
}

/** Stops speaking and sounding at once. */
export function hush() {
  stopSpeaking();
  stopSounding();
}

const PATIENCE = 3000; // milliseconds in which what is allowed has begun to sound
const SWALLOWED = 60; // milliseconds after cancel() in which Chromium may lose what it is to speak

// Of the words, whatever a translator has made of the page's own.
let spoken;
let primed = false;
let saying = null; // held here, else the utterance may be collected, and its events with it
let quietUntil = 0;

/**
 * Speaks in place of what is being said; what gives way speaks only if nothing is being said. Answers
 * whether the words are the voice's: not where it is switched off, absent or of another language.
 */
export function say(text, { givesWay = false } = {}) {
  if (!on.voice || !text) return false;
  if (givesWay && isSaying()) return true;
  let isSaid = false;
  attempt("voice", () => (isSaid = speak(text)));
  return isSaid;
}

/** Also asks the browser: an end that it never reports must not hold anything up for good. */
export function isSaying() {
  return Boolean(saying) && (performance.now() < quietUntil || speechSynthesis.speaking);
}

function speak(text) {
  stopSpeaking();
  const voices = speechSynthesis.getVoices(); // empty until the browser has asked the system
  const voice = voiceFor(spoken, voices);
  if (voices.length && !voice) return missLanguage();
  const words = new SpeechSynthesisUtterance(text);
  words.lang = voice?.lang ?? spoken; // Android goes by it, whatever the voice
  if (voice) words.voice = voice;
  else if (text) expectVoice(words);
  words.onend = words.onerror = ({ error }) => {
    if (saying !== words) return;
    saying = null;
    if (text && error && !["canceled", "interrupted"].includes(error)) miss("voice");
  };
  saying = words;
  primed = true;
  const start = () => saying === words && speechSynthesis.speak(words);
  const wait = quietUntil - performance.now();
  if (wait > 0) setTimeout(attempt, wait, "voice", start);
  else start();
  return true;
}

// A device that has no voice at all may say nothing about it, and speak nothing.
function expectVoice(words) {
  const isSilent = () => saying === words && !speechSynthesis.getVoices().length;
  const timer = setTimeout(() => isSilent() && missLanguage(), PATIENCE);
  words.onstart = () => clearTimeout(timer);
}

function missLanguage() {
  miss("language");
  return false;
}

function stopSpeaking() {
  if (!saying) return;
  saying = null;
  quietUntil = performance.now() + SWALLOWED;
  speechSynthesis.cancel();
}

// The device's own voices come first: they need no network, send the words nowhere and don't stop
// after 15 seconds, as others of Chrome do. Then the same region, then the one the person chose.
function voiceFor(lang, voices) {
  const tag = (name) => name.toLowerCase().replaceAll("_", "-");
  const language = (name) => tag(name).split("-")[0];
  const rank = (one) => 4 * one.localService + 2 * (tag(one.lang) === tag(lang)) + one.default;
  const able = voices.filter((one) => language(one.lang) === language(lang));
  return able.sort((one, other) => rank(other) - rank(one))[0];
}

// Hertz, low enough for ears that have lost the high ones
const PITCHES = { rest: 440, phase: 660, hold: 880, tick: 1100, done: 1320 };
const LOUDEST = 0.2;
const ATTACK = 0.01; // seconds; what starts or stops at once clicks
const LATE = 300; // milliseconds after which a tone no longer belongs to its moment

let audio = null;
let output = null;
let interrupted = null;

function unlockTones() {
  audio ??= new AudioContext();
  // A call takes the sound away, on some phones without hiding the page.
  audio.onstatechange = () => audio.state === "interrupted" && interrupted?.();
  setTimeout(() => audio.state === "suspended" && miss("tones"), PATIENCE);
  return audio.resume();
}

/** A short soft tone: "phase", "hold", "rest", "tick" or "done". */
export function tone(name) {
  if (on.tones) attempt("tones", () => sound(PITCHES[name], name === "tick" ? 0.07 : 0.2));
}

async function sound(pitch, seconds) {
  const asked = performance.now();
  const through = (output ??= new GainNode(audio));
  through.connect(audio.destination);
  if (audio.state !== "running") await audio.resume();
  if (output !== through || performance.now() - asked > LATE) return;
  const now = audio.currentTime;
  const envelope = new GainNode(audio, { gain: 0 });
  envelope.gain.setValueAtTime(0, now);
  envelope.gain.linearRampToValueAtTime(LOUDEST, now + ATTACK);
  envelope.gain.linearRampToValueAtTime(0, now + seconds);
  // A triangle has overtones, which a phone's loudspeaker carries better than the tone itself.
  const oscillator = new OscillatorNode(audio, { type: "triangle", frequency: pitch });
  oscillator.connect(envelope).connect(through);
  oscillator.start(now);
  oscillator.stop(now + seconds);
}

function stopSounding() {
  output?.gain.setTargetAtTime(0, audio.currentTime, ATTACK / 2);
  output = null;
}

/** Milliseconds, or a list of them: vibrate, pause, vibrate, ... */
export function buzz(pattern) {
  if (on.vibration) attempt("vibration", () => navigator.vibrate(pattern));
}

let state = "none";
let track = null;

/** The buttons of a headset, a keyboard or the lock screen, which shows the title. */
export function listen({ play, pause, next, previous }, title) {
  interrupted = pause;
  const handlers = { play, pause, nexttrack: next, previoustrack: previous };
  attempt("headset", () => {
    navigator.mediaSession.metadata = new MediaMetadata({ title });
  });
  for (const [action, handler] of Object.entries(handlers))
    // Not every browser knows the way back and on, and needs to.
    attempt(action.endsWith("track") ? "" : "headset", () =>
      navigator.mediaSession.setActionHandler(action, () => handler()),
    );
}

/** "playing", "paused" or "none" */
export function playing(now) {
  state = now;
  attempt("headset", accompany);
}

// A page gets the buttons only while an audio element plays, of 5 seconds or more. Even silence
// stops the person's own music, so it plays for those alone who want the buttons; and not while
// paused, or the button would mean pause once more.
function accompany() {
  navigator.mediaSession.playbackState = state;
  if (!on.headset || state !== "playing") return track?.pause();
  track ??= new Audio(new URL("../../audio/silence.wav", import.meta.url));
  track.loop = true;
  return track.play();
}
