// What was typed or chosen in a form stays in this tab until the server has it, and comes again.
//
// That holds for each form that is sent by POST on a page of somebody who is signed in: but not for
// one that is marked data-unkept, or asks for a password, a code or a file. Of its fields those are
// kept that differ from how they were drawn, with what they were drawn with: the form sends that
// too, as `initial-…`, so that the server sees what is newer. A form's key comes along: what has
// arrived after all is the same thing when it is sent once more.
//
// The server has it when the form led, by a redirect, to a page of the same person's without an
// error. Whoever sends a form in another way tells so by the event "kept" or "answered" on it.

import { drawn, fieldsOf, fill, hidden, setHidden, shown } from "./form-fields.js";

const SECRET = "[type=password], show-password, [type=file], [autocomplete=one-time-code]";

const { who = "" } = document.documentElement.dataset;
const mine = `typed ${who} `;
const [arrival = {}] = performance.getEntriesByType("navigation");

const isSame = (some, others) => String(some) === String(others);

// What is kept, by place: {fields: {name: {was, now, initial}}, key, from: the page that sent it}

function read(place) {
  return JSON.parse(sessionStorage.getItem(place)) ?? { fields: {} };
}

function write(place, kept) {
  if (!Object.keys(kept.fields).length) return sessionStorage.removeItem(place);
  try {
    sessionStorage.setItem(place, JSON.stringify(kept));
  } catch {
    // The browser has no room: the page itself still has it.
  }
}

function placeOf(form) {
  return mine + new URL(form.getAttribute("action") ?? "", location).pathname;
}

function keeps(form) {
  return form?.method === "post" && !form.matches("[data-unkept]") && !form.querySelector(SECRET);
}

function keep(form, name) {
  const fields = fieldsOf(form).get(name);
  if (!fields) return;
  const kept = read(placeOf(form));
  const { was, initial } = kept.fields[name] ?? asDrawn(form, name, fields);
  const now = shown(fields);
  if (isSame(now, was)) delete kept.fields[name];
  else kept.fields[name] = { was, now, initial };
  kept.key ??= hidden(form, "key");
  write(placeOf(form), kept);
}

function asDrawn(form, name, fields) {
  return { was: drawn(fields), initial: hidden(form, `initial-${name}`) };
}

/** Lets go what the server has; gives the places whose form was sent and isn't saved. */
function settle() {
  const unsaved = new Set();
  for (const place of Object.keys(sessionStorage).filter((name) => name.startsWith("typed "))) {
    const { from, ...kept } = read(place);
    if (!from) continue;
    if (place.startsWith(mine) && isSaved(from)) sessionStorage.removeItem(place);
    else write(place, kept);
    unsaved.add(place);
  }
  return unsaved;
}

function isSaved(from) {
  const isLedOn = arrival.redirectCount > 0 && arrival.type !== "back_forward";
  const alerts = [...document.querySelectorAll("main [role=alert]")];
  const complains = alerts.some((alert) => alert.getClientRects().length);
  return who && isLedOn && document.referrer === from && !complains;
}

/** Fills the form in where it shows something else than was typed, and says so. */
function bringBack(form, unsaved) {
  const place = placeOf(form);
  const kept = read(place);
  const fields = fieldsOf(form);
  const mayBeStored = arrival.type === "navigate" && !unsaved.has(place);
  const changed = Object.keys(kept.fields).filter((name) => {
    if (!fields.has(name)) return false;
    const isDrawn = isSame(drawn(fields.get(name)), kept.fields[name].now);
    if (isDrawn && mayBeStored) delete kept.fields[name];
    return !isDrawn;
  });
  write(place, kept);
  if (!changed.length) return;
  const before = changed.map((name) => [name, asDrawn(form, name, fields.get(name))]);
  const key = hidden(form, "key");
  for (const name of changed) show(kept.fields[name].now, kept.fields[name].initial, name);
  setHidden(form, "key", kept.key);
  say(form, () => {
    for (const [name, { was, initial }] of before) show(was, initial, name);
    setHidden(form, "key", key);
    sessionStorage.removeItem(place);
    fields.get(changed[0])[0].focus();
  });

  function show(values, initial, name) {
    fill(fields.get(name), values);
    setHidden(form, `initial-${name}`, initial);
  }
}

function say(form, putBack) {
  const notice = document.getElementById("typed").content.firstElementChild.cloneNode(true);
  notice.querySelector("button").addEventListener("click", () => {
    putBack();
    notice.remove();
  });
  form.before(notice);
}

function noteSent(form) {
  const from = location.href.split("#")[0];
  write(placeOf(form), { ...read(placeOf(form)), from });
}

/** Whether the address brought a part of it, after signing in anew: the tab has all of it. */
function isInAddress(form) {
  const query = new URLSearchParams(location.search);
  const isKept = sessionStorage.getItem(placeOf(form));
  return isKept && [...fieldsOf(form).keys()].some((name) => query.has(name));
}

function begin() {
  const unsaved = settle();
  if (!who) return;
  const forms = [...document.forms].filter(keeps);
  if (forms.some(isInAddress)) return location.replace(location.pathname);
  for (const form of forms) {
    for (const [name, fields] of fieldsOf(form)) {
      // Typed before this script came.
      if (!isSame(shown(fields), drawn(fields))) keep(form, name);
    }
    bringBack(form, unsaved);
  }
  addEventListener("input", ({ target }) => keeps(target.form) && keep(target.form, target.name));
  // Also of a form that only asks once more: what was typed goes with it.
  addEventListener("submit", ({ target, defaultPrevented }) => defaultPrevented || noteSent(target));
  // By a script, which no `submit` tells.
  addEventListener("sent", ({ target }) => noteSent(target));
  for (const name of ["kept", "answered"])
    addEventListener(name, ({ target }) => sessionStorage.removeItem(placeOf(target)));
}

try {
  begin();
} catch (problem) {
  // A private window may keep nothing in the tab.
  if (problem.name !== "SecurityError") throw problem;
}
