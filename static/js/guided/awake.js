// Keeps the screen on while that is wanted.

import { attempt, on } from "./missing.js";

const AGAIN = 1000; // milliseconds, so that a system that keeps letting go isn't asked in a rush

let lock = null;
let lastStep = Promise.resolve();

/** Keeps the screen on while wanted, also after the page was hidden or the system let go. */
export function stayAwake(wanted) {
  on.awake = wanted;
  keepAwake();
}

// One step after the other, each from what is wanted by then.
const keepAwake = () => (lastStep = lastStep.then(() => attempt("awake", holdOrRelease)));

async function holdOrRelease() {
  if (!on.awake) return lock?.release();
  if (document.hidden || lock?.released === false) return;
  lock = await navigator.wakeLock.request("screen");
  lock.onrelease = () => setTimeout(keepAwake, AGAIN);
}
document.addEventListener("visibilitychange", keepAwake);
