// A round of guided sessions without a network: Today leads to what is next in it, of what the device keeps.

import { drawn } from "./outbox/acts.js";

const RUN = "#run-"; // before the round that goes on

// Without a network no round is drawn: what is next in it is done by itself.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-runs]");
  if (!link || (navigator.onLine && !document.documentElement.dataset.keptAt)) return;
  const round = new URLSearchParams(link.search).get("round") ?? "";
  const next = nextIn(round);
  if (!next) return;
  event.preventDefault();
  location.assign(next);
});

// In a round that goes on one comes by here, where it shows what is done; at its end one stays.
if (location.hash.startsWith(RUN)) {
  const round = location.hash.slice(RUN.length);
  history.replaceState(null, "", location.pathname);
  drawn.then(() => {
    const next = nextIn(round);
    if (next) location.replace(next);
  });
}

// The kept session of what is due next in a round, or of all that is left: as next_in_run of the server's.
function nextIn(round) {
  const own = round && `[data-round="${CSS.escape(round)}"]`;
  const rows = document.querySelectorAll(`li.session${own}`);
  const left = [...rows].map(amounts).filter(({ done, due }) => done < due);
  if (!round) left.sort((one, two) => one.done / one.due - two.done / two.due || two.due - one.due);
  return left.length && `${left[0].row.querySelector("a[data-keep]").dataset.keep}?round=${round}`;
}

function amounts(row) {
  const { done, due, target } = row.dataset;
  return { row, done: Number(done), due: Number(due ?? target) };
}
