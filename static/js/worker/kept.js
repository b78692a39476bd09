// What is kept of a person: their Today and the pages that it names, in a cache with their mark.
//
// A page from the network tells whose it is. As soon as it is another person's, or nobody's, what is
// kept of others goes.

import { draw, read } from "./drawn.js";

const PREFIX = "kept-";
const TODAY = "/today/";
const NEXT_DAY = "/today/next-day/";
const DAY = 24 * 60 * 60 * 1000;
const FRESH = DAY / 4; // that a page isn't asked for again
const LONGEST = 30 * DAY; // that a page is shown without a network
const OURS = '<meta name="application-name"';

let forgotten = 0; // how often something went

/** To be taken before a page is asked for: what went meanwhile isn't kept again. */
export const moment = () => forgotten;

/** Reads an answer of the network's: whose the page is, and whether it is kept. */
export async function learn(url, answer, { began, release, isWanted }) {
  if (!answer.ok || !answer.headers.get("Content-Type")?.startsWith("text/html")) return;
  const text = await answer.clone().text();
  if (!text.includes(OURS)) return;
  const who = /<html[^>]* data-who="(\w+)"/.exec(text)?.[1];
  await forgetOthers(who);
  if (!who || began !== forgotten) return;
  const cache = await caches.open(PREFIX + who);
  const address = url.pathname + url.search;
  if (answer.redirected) return cache.delete(address);
  if (!isWanted && address !== TODAY && !(await cache.match(address))) return;
  const headers = new Headers(answer.headers);
  headers.delete("Content-Encoding");
  headers.set("Kept-At", new Date().toISOString());
  headers.set("Kept-Release", release);
  await cache.put(address, new Response(text, { headers }));
}

/** Asks for pages of the person's, one after the other: each once in a while and a release. */
export async function keep(addresses, { anew, release }) {
  for (const address of addresses) {
    const kept = await match(address);
    const isFresh = kept?.headers.get("Kept-Release") === release && age(kept) < FRESH;
    if (isFresh && !anew) continue;
    const began = moment();
    const answer = await fetch(address);
    await learn(new URL(address, location.href), answer, { began, release, isWanted: true });
  }
}

/** A kept page, or its address without the query's; undefined where there is none. */
export async function find(url) {
  const kept = (await match(url.pathname + url.search)) ?? (await match(url.pathname));
  if (!kept || age(kept) > LONGEST) return undefined;
  const page = await read(kept);
  if (url.pathname !== TODAY || !page.isOver) return draw(page);
  // What was done belongs to the day that is over; the next one is empty.
  const next = await match(NEXT_DAY);
  return next ? draw(await read(next)) : draw({ ...page, isOver: false });
}

/** Whether a page is kept that may ask for another release's files. */
export async function keepsOlder(release) {
  for (const name of await names()) {
    const pages = await (await caches.open(name)).matchAll();
    if (pages.some(({ headers }) => headers.get("Kept-Release") !== release)) return true;
  }
  return false;
}

async function names() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX));
}

async function match(address) {
  const kept = await names();
  return kept.length === 1 ? (await caches.open(kept[0])).match(address) : undefined;
}

function age({ headers }) {
  return Date.now() - Date.parse(headers.get("Kept-At"));
}

async function forgetOthers(who) {
  const others = (await names()).filter((name) => name !== PREFIX + who);
  forgotten += others.length;
  await Promise.all(others.map((name) => caches.delete(name)));
}
