// Sends what waits in the outbox: in order, each act under its key, one sender at a time on a device.
//
// Success is an answer of ours that names the act's key. All else (no network, a hotel's page, half an
// answer, a server in trouble) leaves the act where it is. Pages and the worker share this module.

import { all, FORMAT, put, remove, waits } from "./store.js";

const PATIENCE = 60000; // milliseconds for an answer
const LONG = 300000; // milliseconds after which a page's token and clock are asked for anew
const OFF = 3600000; // milliseconds; by so much a clock was changed, and didn't only drift

// Tells the other pages of this device which act was answered, and where that leads.
export const channel =
  "BroadcastChannel" in globalThis ? new BroadcastChannel("outbox") : null;

// Sends all it can of one person's: of `who`, in the worker of whoever is signed in. Answers how it
// ended: `why` is "" when all was sent, else "away", "signed-out", "other" or "newer"; and the clock's
// `skew` where it was asked. `hear(act, answer)` is told of each answer.
export function run({ who, hear = () => {} } = {}) {
  return navigator.locks.request("outbox", () => send(who, hear));
}

async function send(page, hear) {
  const renewed = new Set(); // keys of acts whose token was
  let site; // what it said to hello
  for (;;) {
    const there = (await all()).filter(waits);
    if (!there.length) return { why: "", skew: site?.skew };
    const who = page ?? site?.who;
    const act = there.find((each) => each.who === who);
    if (who !== undefined && !act) return { why: who ? "other" : "signed-out" };
    if (!site && (!act || Date.now() - act.made > LONG)) site = await hello();
    if (site?.why) return site;
    if (!act) continue;
    if (site && site.who !== act.who) return { why: site.who ? "other" : "signed-out" };
    const answer = await post(act, site);
    if (!answer) return { why: "away" };
    if ("who" in answer) return { why: answer.who ? "other" : "signed-out" };
    if (answer.token && !renewed.has(act.key)) {
      renewed.add(act.key);
      site = await hello();
      if (site.why) return site;
      continue;
    }
    if (answer.done) await remove(act.id);
    else await put({ ...act, refused: true, reasons: answer.reasons });
    channel?.postMessage({ key: act.key, to: answer.to });
    hear(act, answer);
  }
}

async function hello() {
  const began = Date.now();
  const site = await ask("/outbox/hello", { cache: "no-store" });
  if (!site?.outbox) return { why: "away" };
  if (site.outbox < FORMAT) return { why: "newer" };
  return { ...site, skew: site.now - (began + Date.now()) / 2 };
}

export function post(act, site) {
  const body = new URLSearchParams(act.fields);
  if (site) body.set("csrfmiddlewaretoken", site.token);
  body.set("ago", secondsSince(act, site?.skew));
  const headers = { Outbox: act.key, "Outbox-Who": act.who, ...(act.shown && { "Outbox-Page": "1" }) };
  return ask(act.to, { method: "POST", body, headers }, (answer) => answer.key === act.key);
}

// How long ago it was, although the device's clock may have been set since.
function secondsSince({ made, skew }, now) {
  const isSet = Number.isFinite(skew) && Number.isFinite(now) && Math.abs(now - skew) > OFF;
  return Math.round((Date.now() - made + (isSet ? now - skew : 0)) / 1000);
}

// The answer of ours, or nothing.
async function ask(address, options, isOurs = () => true) {
  try {
    const signal = AbortSignal.timeout?.(PATIENCE);
    const answer = await fetch(address, { redirect: "error", signal, ...options });
    const told = await answer.json();
    return answer.status < 500 && isOurs(told) ? told : null;
  } catch {
    return null;
  }
}
