// Forms that are acts: what a press in one of them is, and what becomes of it once it is answered.
//
// Such a form is marked data-swaps, with the name of what it does in this page, or data-outbox where
// it leads to another. Without script it is sent as any form is. The fragment of its address is the id
// of what has the keyboard's focus afterwards. A form hears in events what becomes of its act:
// "shelved", then "kept" where it can't be sent, "answered" where it was; "unsent" where nothing is
// kept. A form outside the pieces that are swapped is one thing that is done, whenever it is pressed.

import { called, from, renew } from "./renew.js";
import { post } from "./send.js";
import { dayOf, keyIn, mark } from "./show.js";
import { remove } from "./store.js";
import { again, begin, canKeep, drop, heard, keep, look } from "./waiting.js";

const SAME_TAP = 800; // milliseconds in which shaky hands mean one tap, though the form is new

const live = new Map(); // the acts of this page, by key: {act, form, from}

let lastTap = { what: "", at: -SAME_TAP };

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches(canKeep ? "[data-swaps], [data-outbox]" : "[data-swaps]")) return;
  event.preventDefault();
  if (isSameTap(form, event.timeStamp)) return;
  const act = actOf(form, event.submitter);
  const place = form.closest("[data-swap]") && act.shown ? from(form) : null;
  live.set(act.key, { act, form, from: place });
  if (place) renewKey(form);
  if (act.shown) document.getElementById("unsent").hidden = true;
  // What it tells and would take back is the act before this one.
  document.querySelector(".flash")?.toggleAttribute("data-past", true);
  send(act, form);
});

function isSameTap(form, at) {
  const { swaps = form.action, made } = form.dataset;
  const what = [form.closest("[id]").id, swaps, made].join(" ");
  if (what === lastTap.what && at - lastTap.at < SAME_TAP) return true;
  lastTap = { what, at };
  return false;
}

// A key that is held down presses once.
document.addEventListener("keydown", (event) => {
  if (event.repeat && event.target.closest("[data-swaps]")) event.preventDefault();
});

// The next press in this form is another session.
function renewKey({ elements }) {
  if (elements.key && canKeep) elements.key.value = newKey();
}

const newKey = () => crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;

function actOf(form, submitter) {
  const fields = [...new FormData(form, submitter)].filter(([, value]) => typeof value === "string");
  const { key = newKey(), round, day, exercise } = Object.fromEntries(fields);
  const { pathname, search, hash } = new URL(form.action);
  const { swaps, label: name, made } = form.dataset;
  const row = form.closest("[data-exercise]") ?? called(hash.slice(1));
  const about = {
    does: swaps ?? "",
    of: keyIn(form.action), // what is taken back or put back
    exercise: exercise ?? row?.dataset.exercise ?? "",
    round: round ?? row?.dataset.round ?? "",
    day: day ?? dayOf(form),
  };
  return {
    key,
    to: pathname + search,
    fields,
    label: name ?? wordsOf(submitter),
    typed: typed(form),
    about,
    made: Number(made ?? Date.now()), // where it was done before it was pressed
    shown: swaps !== undefined, // in this page
  };
}

// [[label, value], …], to be shown where it can't be sent.
function typed(form) {
  return [...form.elements].filter(isTyped).map((field) => [labelOf(field), valueOf(field)]);
}

function isTyped({ type, name, value, checked }) {
  if (["hidden", "submit", "button"].includes(type) || !name || !value) return false;
  return checked || !["radio", "checkbox"].includes(type);
}

const wordsOf = (element) => element?.textContent.trim().replace(/\s+/g, " ") ?? "";

function labelOf(field) {
  const group = field.type === "radio" && field.closest("fieldset")?.querySelector("legend");
  return wordsOf(group || field.labels?.[0]);
}

function valueOf(field) {
  if (field.type === "radio") return wordsOf(field.labels?.[0]) || field.value;
  return field.selectedOptions ? wordsOf(field.selectedOptions[0]) : field.value;
}

// As without an outbox: what can't be kept is sent, or the person hears that it wasn't.
async function send(act, form) {
  if (await keep(act)) return say(form, "shelved");
  if (!act.shown) return askAsWithoutScript(act, form);
  const answer = await post(act);
  drop(act);
  if (answer) heard(act, answer);
  else sayUnsent(act, form);
  look();
}

function sayUnsent({ key }, form) {
  lastTap = { what: "", at: -SAME_TAP };
  if (form.elements.key) form.elements.key.value = key;
  const sentence = document.getElementById("unsent");
  sentence.hidden = false;
  sentence.scrollIntoView({ block: "center" });
  say(form, "unsent");
}

// Answers whether what else is to be done is left to the page.
function say(form, type, detail) {
  return form.dispatchEvent(new CustomEvent(type, { bubbles: true, cancelable: true, detail }));
}

// Whether it was pressed in this page.
function hear(act, answer) {
  const mine = live.get(act.key);
  live.delete(act.key);
  if (!mine) return false;
  if (!answer.done) askAsWithoutScript(act, mine.form);
  else if (say(mine.form, "answered", answer)) follow(act, answer, mine);
  return true;
}

function follow({ about }, { to, page }, { form, from }) {
  const { pathname } = new URL(to, location.href);
  if (pathname !== location.pathname || !from) return location.assign(to);
  renew(page, from, { to: new URL(form.action).hash.slice(1), shows: about.does === "round" });
}

// What couldn't be sent yet is as safe on the shelf as with the server.
function wait(why, keys) {
  for (const { act, form, from } of live.values()) {
    if (from || !keys.has(act.key)) continue;
    if (act.shown) say(form, "kept", why);
    else if (why === "away") mark(form), say(form, "kept");
  }
  if (why === "signed-out") askToSignIn();
}

// A form that was filled in goes the ordinary way, which leads back to it with what was typed.
function askToSignIn() {
  const mine = [...live.values()];
  const typed = mine.find(({ act }) => !act.shown);
  if (typed) askAsWithoutScript(typed.act, typed.form);
  else if (mine.some(({ from }) => from)) location.reload();
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
  say(form, "sent");
  form.submit();
}

// Another page of this device, or its worker, has heard the answer. Answers whether this page stays.
function elsewhere(key, to) {
  const mine = live.get(key);
  live.delete(key);
  if (mine && !mine.from && to) location.assign(to);
}

/** Once what waits here is drawn, though it isn't sent yet. */
export const drawn = begin({ hear, wait, elsewhere });
drawn.then(again).then(() => (document.documentElement.dataset.acts = ""));
