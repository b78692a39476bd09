// The page and what the device keeps: registers the worker, tells it what to keep, and renews a Today
// that came from the device as soon as there is a network.

const QUIET = 1500; // milliseconds after the last change until what changed is kept

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
if (isToday && !root.dataset.keptAt) keep({ anew: location.search !== "" });
if (isToday) watch();

// Today, what goes with it, and what its links marked data-keep name: where they lead, and the mark.
async function keep({ anew }) {
  const { active } = (await navigator.serviceWorker?.ready) ?? {};
  active?.postMessage({ keep: [location.pathname], anew });
  const links = [...document.querySelectorAll("a[data-keep]")];
  const named = links.flatMap(({ pathname, dataset }) => [pathname, dataset.keep]);
  const more = document.querySelector("[data-keeps]").dataset.keeps.split(" ");
  active?.postMessage({ keep: [...new Set([...more, ...named].filter(Boolean))] });
}

// Without a network no round is drawn: what is next in it is done by itself.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-runs]");
  if (!link || (navigator.onLine && !root.dataset.keptAt)) return;
  const round = link.closest(".card") ?? main;
  const next = [...round.querySelectorAll("li.session")].find(({ dataset: { done, due, target } }) => {
    return Number(done) < Number(due ?? target);
  });
  if (!next) return;
  event.preventDefault();
  location.assign(next.querySelector("a[data-keep]").dataset.keep);
});

// What was done on Today, and sent, is kept as soon as nothing more is.
function watch() {
  let timer;
  let told = state();
  const ask = () => {
    if (state() === told) return;
    told = state();
    keep({ anew: true });
  };
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, QUIET);
  };
  const seen = new MutationObserver(changed);
  seen.observe(main, { subtree: true, childList: true, attributeFilter: ["data-counted", "data-done"] });
  seen.observe(root, { attributeFilter: ["data-waiting"] });
  // Signing out or away, nothing is asked for any more.
  addEventListener("pagehide", () => clearTimeout(timer));
}

function state() {
  const counted = [...main.querySelectorAll("[data-counted], [data-done]")];
  return [root.dataset.waiting, ...counted.map(({ dataset: { counted, done } }) => counted ?? done)].join();
}

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
