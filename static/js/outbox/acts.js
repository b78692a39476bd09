// Forms that are acts: each is shown at once as it will be, kept until it is answered, then set right.
//
// Such a form is marked data-swaps, with the name of what it does in this page, or data-outbox where
// it leads to another. Without script it is sent as any form is. The fragment of its address is the id
// of what has the keyboard's focus afterwards.

import { label, sent, typed } from "./fields.js";
import { ask } from "./leaving.js";
import { tell } from "./line.js";
import { from, refresh, renew } from "./renew.js";
import { channel, post, run } from "./send.js";
import { dayOf, keyIn, mark, show } from "./show.js";
import { add, all, FORMAT, remove, waits } from "./store.js";

const SAME_TAP = 800; // milliseconds in which shaky hands mean one tap, though the form is new
const FIRST_PAUSE = 2000; // milliseconds until it is tried again; each pause is twice the one before
const LONGEST_PAUSE = 300000;

const who = document.documentElement.dataset.who ?? "";
const canKeep = "locks" in navigator && "indexedDB" in globalThis && "randomUUID" in crypto;
const live = new Map(); // the acts of this page, by key: {act, form, from}

let waiting = []; // of this person, in order, as far as this page knows
let own = []; // all of theirs on the shelf, what was refused too
let kept = new Set(); // keys of those that couldn't be sent yet
let lastTap = { what: "", at: -SAME_TAP };
let pause = FIRST_PAUSE;
let timer;
let arrived = 0; // of those that had waited
let isStale = false; // the page, since something arrived that wasn't done in it

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches(canKeep ? "[data-swaps], [data-outbox]" : "[data-swaps]")) return;
  event.preventDefault();
  if (isSameTap(form, event.timeStamp)) return;
  const act = actOf(form, event.submitter);
  live.set(act.key, { act, form, from: act.shown ? from(form) : null });
  renewKey(form);
  if (act.shown) document.getElementById("unsent").hidden = true;
  // What it tells and would take back is the act before this one.
  document.querySelector(".flash")?.toggleAttribute("data-past", true);
  waiting.push(act);
  document.documentElement.dataset.waiting = "";
  show(waiting, kept);
  keep(act);
});

function isSameTap(form, at) {
  const what = `${form.closest("[id]").id} ${form.dataset.swaps ?? form.action}`;
  if (what === lastTap.what && at - lastTap.at < SAME_TAP) return true;
  lastTap = { what, at };
  return false;
}

// A key that is held down presses once.
document.addEventListener("keydown", (event) => {
  if (event.repeat && event.target.closest("[data-swaps]")) event.preventDefault();
});

function actOf(form, submitter) {
  const fields = sent(form, submitter);
  const { key = newKey(), round, day } = Object.fromEntries(fields);
  const { pathname, search, hash } = new URL(form.action);
  const row = form.closest("[data-exercise]") ?? document.getElementById(hash.slice(1));
  const about = {
    does: form.dataset.swaps ?? "",
    of: keyIn(form.action), // what is taken back or put back
    exercise: row?.dataset.exercise ?? "",
    round: round ?? row?.dataset.round ?? "",
    day: day ?? dayOf(form),
  };
  return {
    key,
    who,
    to: pathname + search,
    fields,
    label: label(submitter),
    typed: typed(form),
    about,
    made: Date.now(),
    skew: Number(remembered("skew") ?? NaN),
    format: FORMAT,
    shown: "swaps" in form.dataset, // in this page
  };
}

const newKey = () => crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;

// The next press in this form is another session.
function renewKey({ elements }) {
  if (elements.key && canKeep) elements.key.value = newKey();
}

async function keep(act) {
  try {
    if (!canKeep) throw new Error("This browser keeps nothing.");
    act.id = await add(act);
  } catch {
    return sendAtOnce(act);
  }
  send();
}

// As without an outbox: what can't be kept is sent, or the person hears that it wasn't.
async function sendAtOnce(act) {
  if (!act.shown) return askAsWithoutScript(act, live.get(act.key).form);
  const answer = await post(act);
  if (answer) return hear(act, answer);
  drop(act);
  sayUnsent(act);
}

function sayUnsent({ key }) {
  lastTap = { what: "", at: -SAME_TAP };
  const { form } = live.get(key) ?? {};
  if (form?.elements.key) form.elements.key.value = key;
  look();
  const sentence = document.getElementById("unsent");
  sentence.hidden = false;
  sentence.scrollIntoView({ block: "center" });
}

async function send() {
  clearTimeout(timer);
  const end = await run({ who, hear });
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
  if (end.why === "signed-out") askToSignIn();
}

// A form that was filled in goes the ordinary way, which leads back to it with what was typed.
function askToSignIn() {
  const [form] = [...live.values()].filter(({ act }) => !act.shown);
  if (form) askAsWithoutScript(form.act, form.form);
  else if (live.size) location.reload();
}

// Where there is such a thing, the worker sends it once there is a network, also without this page.
async function askForSync() {
  const worker = await navigator.serviceWorker?.ready;
  await worker?.sync?.register("outbox").catch(() => {});
}

// What is on the shelf, shown in the page and told in the line.
async function look(end = {}) {
  const acts = await all().catch(() => []);
  own = acts.filter((act) => act.who === who);
  const mine = own.filter(waits);
  waiting = [...mine, ...waiting.filter(({ id }) => id === undefined)];
  if (end.why) for (const { key } of mine) kept.add(key);
  const sent = mine.length ? 0 : arrived;
  if (!mine.length) kept = new Set();
  if (!mine.length) arrived = 0;
  show(waiting, kept);
  if (end.why) document.querySelector(".flash")?.removeAttribute("data-past");
  for (const { act, form } of live.values()) {
    if (!act.shown && end.why === "away" && kept.has(act.key)) mark(tellKept(form));
  }
  tell(acts, { ...end, sent }, press);
}

// A button of the line: send now, or take away one that was refused.
async function press(button) {
  if (button?.dataset.part === "send") return send();
  if (button) await remove(Number(button.value));
  return look();
}

// It is as safe on the shelf as with the server.
function tellKept(form) {
  form.dispatchEvent(new Event("kept", { bubbles: true }));
  return form;
}

function drop({ key }) {
  waiting = waiting.filter((each) => each.key !== key);
}

function hear(act, answer) {
  remember("answered", Date.now());
  drop(act);
  if (kept.has(act.key)) arrived += 1;
  const mine = live.get(act.key);
  live.delete(act.key);
  if (!mine) return (isStale = true);
  if (!answer.done) return askAsWithoutScript(act, mine.form);
  tellKept(mine.form);
  const { pathname } = new URL(answer.to, location.href);
  if (pathname !== location.pathname || !mine.from) return location.assign(answer.to);
  const to = new URL(mine.form.action).hash.slice(1);
  renew(answer.page, mine.from, { to, shows: act.about.does === "round" });
  show(waiting, kept);
  if (act.id === undefined) look();
}

// What is asked first or refused has a page of its own; the key makes sending it again harmless.
async function askAsWithoutScript(act, form) {
  if (act.id !== undefined) await remove(act.id).catch(() => {});
  if (form.elements.key) form.elements.key.value = act.key;
  // The piece with this form may have been renewed meanwhile; only a form in the page can be sent.
  if (!form.isConnected) {
    form.hidden = true;
    document.body.append(form);
  }
  form.dispatchEvent(new Event("sent", { bubbles: true }));
  form.submit();
}

// Storage of names that are no secret: a browser that keeps nothing just forgets them.
function remembered(name) {
  try {
    return localStorage.getItem(`outbox ${name}`);
  } catch {
    return null;
  }
}

function remember(name, value) {
  try {
    localStorage.setItem(`outbox ${name}`, value);
  } catch {
    // It is asked again.
  }
}

// Sent by itself when the network returns and when the app is opened or looked at again.
const again = () =>
  canKeep && all().then((acts) => (acts.some(waits) || isStale ? send() : look()), () => {});
addEventListener("online", again);
document.addEventListener("renewed", () => look());
addEventListener("pageshow", ({ persisted }) => persisted && again());
document.addEventListener("visibilitychange", () => document.hidden || again());
channel?.addEventListener("message", ({ data: { key } }) => {
  if (!waiting.some((act) => act.key === key)) return look();
  drop({ key });
  live.delete(key);
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
// The page before may have heard an answer after this one was drawn.
isStale = Number(remembered("answered")) > performance.timeOrigin;
Promise.resolve(again()).then(() => (document.documentElement.dataset.acts = ""));
