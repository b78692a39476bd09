// Stands in for device.js in tests: does nothing, and notes what it is asked for, when, and what the
// page shows then.

const from = performance.now();
globalThis.asked = [];

function note(what, value) {
  const part = (name) => document.querySelector(`[data-part=${name}]`);
  const figure = document.querySelector("svg.fg");
  const at = (performance.now() - from) / 1000;
  const words = ["show", "tell", "left", "unit", "count", "where", "status"];
  const shown = Object.fromEntries(words.map((name) => [name, part(name).textContent]));
  const { pose = "", side = "", direction = "" } = figure.dataset;
  const kind = part("pacer").dataset.kind;
  const filled = document.querySelectorAll(".reps .toe[data-fill='4']").length;
  asked.push({ what, value, at, ...shown, pose, side, direction, kind, filled });
}

export const begin = (wanted) => note("begin", wanted);
export const tone = (name) => note("tone", name);
export const buzz = (pattern) => note("buzz", pattern);
export const isSaying = () => globalThis.saying === true;
export function say(text, { givesWay }) {
  const { voice, language } = asked.findLast(({ what }) => what === "begin").value;
  if (!voice || !text || globalThis.mute) return false;
  note("say", [text, language, givesWay]);
  return true;
}
export const hush = () => note("hush");
export const stayAwake = (wanted) => note("stayAwake", wanted);
export const playing = (state) => note("playing", state);
export const listen = (handlers) => (globalThis.headset = handlers);
export const onMissing = (callback) => (globalThis.miss = callback);

// What the region that a screen reader reads is given.
new MutationObserver((changes) => {
  for (const { target } of changes)
    if (target.dataset?.part === "status") note("region", target.textContent);
}).observe(document, { childList: true, subtree: true });
