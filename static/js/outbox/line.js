// The quiet line about what isn't sent yet: how much, why, and what was refused.

import { waits, isWhole } from "./store.js";

// acts: all that are there; end: how the last try to send ended: {why, sent}. press(button) is called
// when one of the line's buttons is pressed.
export function tell(acts, { why = "", sent = 0 }, press) {
  const line = document.querySelector(".slim--outbox");
  if (!document.getElementById("outbox") || !(acts.length || sent)) return line?.remove();
  fill(line ?? put(press), acts, { why, sent });
}

function put(press) {
  const template = document.getElementById("outbox");
  template.after(template.content.cloneNode(true));
  const line = template.nextElementSibling;
  line.addEventListener("click", ({ target }) => press(target.closest("button")));
  return line;
}

function fill(line, acts, { why, sent }) {
  const part = (name) => line.querySelector(`[data-part=${name}]`);
  const waiting = acts.filter(waits);
  const rest = acts.filter((act) => !waits(act));
  const isElse = why === "other";
  const shown = {
    away: why === "away",
    count: waiting.length > 0 && !isElse,
    sent: sent > 0,
    other: isElse,
    "sign-in": why === "signed-out",
    send: waiting.length > 0 && !["signed-out", "other"].includes(why),
  };
  for (const name of Object.keys(shown)) part(name).hidden = !shown[name];
  write(part("count"), waiting.length);
  write(part("sent"), sent);
  part("refused").replaceChildren(...rest.map((act) => item(part("item"), act)));
}

function write(element, number) {
  element.textContent = element.dataset.words.replace("{n}", number);
}

// What was refused, beside what was typed; it stays until the person takes it away.
function item(template, act) {
  const copy = template.content.cloneNode(true);
  const put = (name, text) => (copy.querySelector(`[data-part=${name}]`).textContent = text);
  put("label", act.label ?? "");
  put("reason", (act.reasons ?? []).join(" "));
  put("typed", isWhole(act) ? typed(act) : JSON.stringify(act));
  copy.querySelector("button").value = act.id;
  return copy;
}

const typed = ({ typed: pairs = [] }) => pairs.map(([label, value]) => `${label}: ${value}`).join("\n");
