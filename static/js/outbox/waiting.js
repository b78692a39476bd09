// What was done on this device and isn't sent yet: shelved, shown in the page, told, and sent when it can be.

import { ask } from "./leaving.js";
import { tell } from "./line.js";
import { refresh } from "./renew.js";
import { channel, run } from "./send.js";
import { show } from "./show.js";
import { add, all, beside, note, noted, remove, strike, waits } from "./store.js";

const FIRST_PAUSE = 2000; // milliseconds until it is tried again; each pause is twice the one before
const LONGEST_PAUSE = 300000;

const root = document.documentElement;
const who = root.dataset.who ?? "";
export const canKeep = "locks" in navigator && "indexedDB" in globalThis && "randomUUID" in crypto;

let page; // what is told of acts: hear(act, answer), wait(why, keys), elsewhere(key, to)
let waiting = []; // of this person, in order, as far as this page knows
let own = []; // all of theirs on the shelf, what was refused too
let kept = new Set(); // keys of those that couldn't be sent yet
let pause = FIRST_PAUSE;
let timer;
let arrived = 0; // of those that had waited
let isStale = false; // the page, since something arrived that wasn't done in it

/** Shows what waits here. */
export async function begin(handlers) {
  page = handlers;
  // The page before may have heard an answer after this one was drawn.
  isStale = Number(remembered("answered")) > performance.timeOrigin;
  // A page that was left at once could only write it down.
  for (const act of noted()) await shelve(act).then(() => strike(act), () => {});
  return look();
}

/** Sends what is on the shelf: by itself when the network returns, and when the page is looked at. */
export async function again() {
  const acts = await look();
  if (canKeep && (acts.some(waits) || isStale)) await send();
}

/** Shows an act as done and puts it on the shelf, once. Answers false where nothing can be kept. */
export async function keep(act) {
  // What the device's clock is off by, as far as is known.
  Object.assign(act, { who, skew: Number(remembered("skew") ?? NaN) });
  waiting.push(act);
  root.dataset.waiting = "";
  show(waiting, kept);
  if (!canKeep) return false;
  note(act);
  try {
    act.id = await shelve(act);
  } catch {
    return false;
  } finally {
    strike(act);
  }
  send();
  return true;
}

async function shelve(act) {
  const same = (await all()).find((each) => each.key === act.key && waits(each));
  return same?.id ?? (await add(act));
}

async function send() {
  clearTimeout(timer);
  const end = await run({ who, hear: heard });
  if (Number.isFinite(end.skew)) remember("skew", Math.round(end.skew));
  if (isStale) await refresh().catch(() => {});
  isStale = false;
  await look(end);
  if (!end.why) pause = FIRST_PAUSE;
  if (end.why === "away") {
    askForSync();
    timer = setTimeout(send, pause);
    pause = Math.min(LONGEST_PAUSE, 2 * pause);
  }
}

// Where there is such a thing, the worker sends it once there is a network, also without this page.
async function askForSync() {
  const worker = await navigator.serviceWorker?.ready;
  await worker?.sync?.register("outbox").catch(() => {});
}

/** What is on the shelf, shown in the page and told in the line; `end` is how the last run ended. */
export async function look(end = {}) {
  const known = new Set(waiting.filter(({ id }) => id !== undefined).map(({ key }) => key));
  const acts = await all().catch(() => []);
  own = acts.filter((act) => act.who === who);
  const mine = own.filter(waits);
  for (const { key } of mine) known.add(key);
  // What was put there since it was read waits too.
  waiting = [...mine, ...waiting.filter(({ key }) => !known.has(key))];
  if (end.why) for (const { key } of mine) kept.add(key);
  const sent = mine.length ? 0 : arrived;
  if (!mine.length) kept = new Set();
  if (!mine.length) arrived = 0;
  show(waiting, kept);
  if (end.why) document.querySelector(".flash")?.removeAttribute("data-past");
  if (end.why) page.wait(end.why, kept);
  root.toggleAttribute("data-waiting", acts.some(waits) || waiting.length > 0);
  tell(acts, { ...end, sent }, press);
  return acts;
}

// A button of the line: send now, or take away one that was refused.
async function press(button) {
  if (button?.dataset.part === "send") return send();
  if (button) await remove(Number(button.value));
  return look();
}

export function drop({ key }) {
  waiting = waiting.filter((each) => each.key !== key);
}

/** An act has its answer. */
export function heard(act, answer) {
  remember("answered", Date.now());
  drop(act);
  if (kept.has(act.key)) arrived += 1;
  if (page.hear(act, answer)) show(waiting, kept);
  else isStale = true;
  document.dispatchEvent(new Event("arrived"));
}

const remembered = (name) => beside((device) => device.getItem(`outbox ${name}`));
const remember = (name, value) => beside((device) => device.setItem(`outbox ${name}`, value));

addEventListener("online", again);
document.addEventListener("renewed", () => look());
addEventListener("pageshow", ({ persisted }) => persisted && again());
document.addEventListener("visibilitychange", () => document.hidden || again());
channel?.addEventListener("message", ({ data: { key, to } }) => {
  if (!waiting.some((act) => act.key === key)) return look();
  drop({ key });
  page.elsewhere(key, to);
  document.dispatchEvent(new Event("arrived"));
  refresh().then(() => look(), () => {});
});
ask({
  count: () => Math.max(own.length, waiting.length),
  send,
  remove: async () => {
    for (const { id } of own) await remove(id);
    await look();
  },
});
