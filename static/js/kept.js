// The page and what the device keeps: registers the worker, tells it what to keep, renews a Today that
// came from the device as soon as there is a network, and goes on with a round while there is none.

import { drawn } from "./outbox/acts.js";

const QUIET = 1500; // milliseconds after the last act that arrived until Today is kept as it is then
const TODAY = "/today/";
const RUN = "#run-"; // before the round that goes on

const root = document.documentElement;
const main = document.getElementById("main");
const isToday = "who" in root.dataset && document.querySelector("[data-keeps]");

// Where there is no worker, or it can't be kept, the site works as it is.
const options = { type: "module", scope: "/", updateViaCache: "none" };
navigator.serviceWorker?.register("/worker.js", options).catch(() => {});

if (isToday && root.dataset.keptAt) {
  tellWhen(root.dataset.keptAt);
  addEventListener("online", renew);
  addEventListener("visibilitychange", () => document.hidden || renew());
  renew();
}
if (isToday && !root.dataset.keptAt) {
  tellWorker({ keep: [TODAY], anew: location.search !== "" });
  tellWorker({ keep: namedHere() });
}

async function tellWorker(message) {
  const { active } = (await navigator.serviceWorker?.ready) ?? {};
  active?.postMessage(message);
}

// What goes with Today, and what its links marked data-keep name: where they lead, and the mark.
function namedHere() {
  const links = [...document.querySelectorAll("a[data-keep]")];
  const named = links.flatMap(({ pathname, dataset }) => [pathname, dataset.keep]);
  const more = document.querySelector("[data-keeps]").dataset.keeps.split(" ");
  return [...new Set([...more, ...named].filter(Boolean))];
}

// Without a network no round is drawn: what is next in it is done by itself.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-runs]");
  if (!link || (navigator.onLine && !root.dataset.keptAt)) return;
  const round = new URLSearchParams(link.search).get("round") ?? "";
  const next = nextIn(round);
  if (!next) return;
  event.preventDefault();
  location.assign(next);
});

// In a round that goes on one comes by here, where it shows what is done; at its end one stays.
if (isToday && location.hash.startsWith(RUN)) {
  const round = location.hash.slice(RUN.length);
  history.replaceState(null, "", location.pathname);
  drawn.then(() => {
    const next = nextIn(round);
    if (next) location.replace(next);
  });
}

// The kept session of what is due next in a round, or of all that is left: as next_in_run of the server's.
function nextIn(round) {
  const rows = main.querySelectorAll(`li.session${round && `[data-round="${CSS.escape(round)}"]`}`);
  const left = [...rows].map(amounts).filter(({ done, due }) => done < due);
  if (!round) left.sort((one, two) => one.done / one.due - two.done / two.due || two.due - one.due);
  return left.length && `${left[0].row.querySelector("a[data-keep]").dataset.keep}?round=${round}`;
}

function amounts(row) {
  const { done, due, target } = row.dataset;
  return { row, done: Number(done), due: Number(due ?? target) };
}

// After what was done and sent, Today is another.
let timer;
document.addEventListener("arrived", () => {
  clearTimeout(timer);
  timer = setTimeout(() => tellWorker({ keep: [TODAY], anew: true }), QUIET);
});
// Signing out or away, nothing is asked for any more.
addEventListener("pagehide", () => clearTimeout(timer));

function tellWhen(keptAt) {
  const at = new Date(keptAt);
  const day = at.toDateString() === new Date().toDateString() ? {} : { weekday: "long" };
  const words = at.toLocaleString(root.lang, { ...day, hour: "2-digit", minute: "2-digit" });
  for (const time of document.querySelectorAll("time[data-kept]")) {
    time.dateTime = keptAt;
    time.textContent = words;
  }
}

async function renew() {
  if (!root.dataset.keptAt || !navigator.onLine) return;
  const page = await fromNetwork();
  if (!page) return;
  if (page.documentElement.dataset.who !== root.dataset.who) return location.reload();
  const focused = document.activeElement?.closest("#main [id]")?.id;
  const open = [...main.querySelectorAll("details[open][id]")].map(({ id }) => id);
  main.replaceChildren(...page.getElementById("main").childNodes);
  document.title = page.title;
  delete root.dataset.keptAt;
  for (const id of open) document.getElementById(id)?.setAttribute("open", "");
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  document.dispatchEvent(new Event("renewed"));
}

async function fromNetwork() {
  try {
    const answer = await fetch(location.pathname);
    if (!answer.ok) return null;
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    return null;
  }
}
