// What is shown for an address: the network's page, else the person's as the device keeps it, else
// the leaflet's of this release, else the page that says that there is no network.
//
// A kept page is shown as the server would draw it now: with keys of its own, so that what is done
// next counts too, and for the day that it is, as far as a page of another day can be.

import { match } from "./kept.js";

const PATIENCE = 2500; // milliseconds for a line that hangs, where the page is kept
const TODAY = "/today/";
const NEXT_DAY = "/today/next-day/";
const DAY = 24 * 60 * 60 * 1000;

export async function page(url, network, shell) {
  const kept = await find(url).catch(() => undefined); // damaged, it is as if it weren't there
  try {
    const answer = await (kept ? Promise.race([network, patience()]) : network);
    return kept && isAway(answer) ? kept : answer;
  } catch {
    return kept ?? (await without(url, shell));
  }
}

function patience() {
  return new Promise((_, reject) => setTimeout(reject, PATIENCE));
}

// Something in front of the site answers in its place.
function isAway({ status }) {
  return status >= 502 && status <= 504;
}

async function without(url, shell) {
  // Whoever is signed in is led to Today from the first page, and from a round that isn't drawn, with
  // the round that goes on.
  const { pathname, searchParams } = url;
  const goesOn = pathname === "/today/session/" ? `#run-${searchParams.get("round") ?? ""}` : "";
  const leadsOn = goesOn || pathname === "/";
  if (leadsOn && (await find(new URL("/today/", url)))) return Response.redirect(`/today/${goesOn}`);
  const page = await shell.page(pathname);
  const away = new URL(shell.away, url);
  return page ?? (await find(away)) ?? (await shell.page(away.pathname)) ?? Response.error();
}

// A kept page, or its address without the query's; undefined where there is none.
async function find({ pathname, search }) {
  const kept = (await match(pathname + search)) ?? (await match(pathname));
  if (!kept) return undefined;
  const page = await read(kept);
  if (pathname !== TODAY || !page.isOver) return draw(page);
  // What was done belongs to the day that is over; the next one is empty.
  const next = await match(NEXT_DAY);
  return draw(next ? await read(next) : { ...page, isOver: false });
}

// What a page says: the day for which it was drawn, whether that is over, and how many days later it is.
async function read(kept) {
  const text = await kept.text();
  const ends = Date.parse(/ data-ends="([^"]+)"/.exec(text)?.[1]);
  const day = /name="day" value="([\d-]+)"/.exec(text)?.[1];
  const later = Math.floor((Date.now() - ends) / DAY) + 1;
  return { kept, text, day, later, isOver: later > 0 };
}

function draw({ kept: { headers }, text, day, isOver, later }) {
  let drawn = text.replace("<html", `<html data-kept-at="${headers.get("Kept-At")}"`);
  for (const [, key] of text.matchAll(/name="key" value="([\w-]+)"/g)) {
    drawn = drawn.replaceAll(key, crypto.randomUUID());
  }
  if (isOver && day) drawn = moved(drawn, day, later);
  return new Response(drawn, { headers });
}

// Nothing in these pages was done yet: a session's, and Today of a day that was still to come.
function moved(text, day, later) {
  const to = new Date(Date.parse(day) + later * DAY);
  const [, lang] = /<html[^>]* lang="([\w-]+)"/.exec(text);
  const options = { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" };
  return text
    .replace(/(<time datetime="[\d-]+">)[^<]*/, `$1${to.toLocaleDateString(lang, options)}`)
    .replaceAll(day, to.toISOString().slice(0, 10));
}
