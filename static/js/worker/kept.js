// What is kept of a person: their Today and the pages that it names, in a cache with their mark.
//
// A page from the network tells whose it is. As soon as it is another person's, or nobody's, what is
// kept of others goes.

const PREFIX = "kept-";
const TODAY = "/today/";
const DAY = 24 * 60 * 60 * 1000;
const FRESH = DAY / 4; // that a page isn't asked for again
const LONGEST = 30 * DAY; // that a page is shown without a network
const OURS = '<meta name="application-name"';

let forgotten = 0; // how often something went

/** To be taken before a page is asked for: what went meanwhile isn't kept again. */
export const moment = () => forgotten;

/** Reads an answer of the network's: whose the page is, and whether it is kept. */
export async function learn(address, answer, { began, release, isWanted }) {
  if (!answer.ok || !answer.headers.get("Content-Type")?.startsWith("text/html")) return;
  const text = await answer.clone().text();
  if (!text.includes(OURS)) return;
  const who = /<html[^>]* data-who="(\w+)"/.exec(text)?.[1];
  await forgetOthers(who);
  if (!who || began !== forgotten) return;
  const cache = await caches.open(PREFIX + who);
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
    await learn(address, await fetch(address), { began, release, isWanted: true });
  }
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

/** The page as it was kept; undefined where there is none, or an old one. */
export async function match(address) {
  const [name, another] = await names();
  if (!name || another) return undefined;
  const kept = await (await caches.open(name)).match(address);
  return kept && age(kept) < LONGEST ? kept : undefined;
}

function age({ headers }) {
  return Date.now() - Date.parse(headers.get("Kept-At"));
}

async function forgetOthers(who) {
  const others = (await names()).filter((name) => name !== PREFIX + who);
  forgotten += others.length;
  await Promise.all(others.map((name) => caches.delete(name)));
}
