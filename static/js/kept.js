// The page and what the device keeps: registers the worker, tells it what to keep, and renews a Today
// that came from the device as soon as there is a network.

const QUIET = 1500; // milliseconds after the last act that arrived until Today is kept as it is then
const TODAY = "/today/";

const { serviceWorker } = navigator;
const root = document.documentElement;
const main = document.getElementById("main");
const isToday = "who" in root.dataset && document.querySelector("[data-keeps]");

// Where there is no worker, or it can't be kept, the site works as it is.
const options = { type: "module", scope: "/", updateViaCache: "none" };
serviceWorker?.register("/worker.js", options).catch(() => {});

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
// The worker of another release keeps these pages as they are in it; the files of before can go then.
if (isToday && serviceWorker?.controller) {
  serviceWorker.addEventListener("controllerchange", () => {
    tellWorker({ keep: [TODAY, ...namedHere()] });
  });
}

async function tellWorker(message) {
  const { active } = (await serviceWorker?.ready) ?? {};
  active?.postMessage(message);
}

// What goes with Today, and what its links marked data-keep name: where they lead, and the mark.
function namedHere() {
  const links = [...document.querySelectorAll("a[data-keep]")];
  const named = links.flatMap(({ pathname, dataset }) => [pathname, dataset.keep]);
  const more = document.querySelector("[data-keeps]").dataset.keeps.split(" ");
  return [...new Set([...more, ...named].filter(Boolean))];
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
  const network = fetch(location.pathname).then((answer) => answer.ok && answer.text());
  const text = await network.catch(() => "");
  if (!text) return;
  const page = new DOMParser().parseFromString(text, "text/html");
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
