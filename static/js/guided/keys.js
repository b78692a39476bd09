// The keys of a guided session: what each asks for in each of its states.

const KEYS = {
  " ": { ready: "ready", running: "pause", waiting: "ready", paused: "go", returned: "go" },
  ArrowLeft: { running: "back", waiting: "back", paused: "back", returned: "back" },
  ArrowRight: { running: "skip", waiting: "skip", paused: "skip", returned: "skip" },
  ArrowUp: { running: "faster", waiting: "faster", paused: "faster", returned: "faster" },
  ArrowDown: { running: "slower", waiting: "slower", paused: "slower", returned: "slower" },
  Escape: { running: "stop", waiting: "stop", paused: "stop", returned: "stop", asking: "go", passing: "stop" },
};

// The name of the act, or nothing where the key is the browser's, a button's or a switch's own.
export function actOf(event, state) {
  const { key, target } = event;
  const act = KEYS[key]?.[state];
  if (!act || event.ctrlKey || event.altKey || event.metaKey || scrolls(key)) return;
  if (target.closest("select, textarea, input:not([type=checkbox])")) return;
  if (key === " " && target.closest("button, input, summary")) return;
  event.preventDefault();
  if (!event.repeat) return act;
}

// Whether the page is longer or wider than its window, so that an arrow moves it.
function scrolls(key) {
  const page = document.scrollingElement;
  if (["ArrowUp", "ArrowDown"].includes(key)) return page.scrollHeight > page.clientHeight;
  return key.startsWith("Arrow") && page.scrollWidth > page.clientWidth;
}
