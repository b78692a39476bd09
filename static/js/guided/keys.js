// The keys of a guided session: what each asks for in each of its states.

const KEYS = {
  " ": { ready: "start", running: "pause", paused: "go" },
  ArrowLeft: { running: "back", paused: "back" },
  ArrowRight: { running: "skip", paused: "skip" },
  ArrowUp: { running: "faster", paused: "faster" },
  ArrowDown: { running: "slower", paused: "slower" },
  Escape: { running: "stop", paused: "stop", asking: "go", passing: "stop" },
};

// The name of the act, or nothing where the key is the browser's, a button's or a switch's own.
export function actOf(event, state) {
  const { key, target } = event;
  const act = KEYS[key]?.[state];
  if (!act || event.ctrlKey || event.altKey || event.metaKey) return;
  if (target.closest("select, textarea, input:not([type=checkbox])")) return;
  if (key === " " && target.closest("button, input")) return;
  event.preventDefault();
  if (!event.repeat) return act;
}
