// Poses a figure for a cue, and freezes it.
//
// Which joint moves, what turns and which ring fills is figures.css's matter. Script names pose, side
// and direction, and lets --fg-time run from 0 to 1 while the cue lasts.

const CHANGE = 0.4; // seconds to come to rest before side or direction change
const SETTLE = 1; // seconds to come to rest where the cue is a pause, and no movement

const times = new WeakMap(); // the running --fg-time of each figure

// cue: {pose, seconds, side, direction, pips, pipsDone, natural, from}, of which pose and seconds are
// needed. Seconds are those that it lasts from now; from is the pose of the cue before it.
export function pose(figure, cue) {
  thaw(figure);
  const looping = !figure.dataset.pose;
  if (!looping) settle(figure);
  if (figure.dataset.pose === "rest") face(figure, cue);
  // Whoever turned back or skipped begins where the cue before this one ends.
  const from = cue.from ?? figure.dataset.pose ?? "rest";
  if (!looping && from !== figure.dataset.pose) {
    figure.dataset.pose = from;
    settle(figure);
  }
  if (looping || from === "rest") face(figure, cue);
  if (isFacing(figure, cue)) return take(figure, cue, cue.seconds);
  go(figure, "rest", CHANGE);
  times.get(figure).onfinish = () => {
    face(figure, cue);
    take(figure, cue, Math.max(0, cue.seconds - CHANGE));
  };
}

// Everything stands still where it is; what begins later stands still as well.
export function freeze(figure) {
  figure.style.setProperty("--figure-play", "paused");
  for (const each of moves(figure)) if (each.playState === "running") each.pause();
}

export function thaw(figure) {
  figure.style.removeProperty("--figure-play");
  for (const each of moves(figure)) if (each.playState === "paused") each.play();
}

function take(figure, { pose: to, natural, pips, pipsDone }, seconds) {
  figure.style.setProperty("--pips", pips || 1);
  figure.style.setProperty("--pips-done", pipsDone || 0);
  go(figure, to, seconds, natural ? Math.min(seconds, SETTLE) : seconds);
}

function go(figure, to, seconds, gliding = seconds) {
  figure.style.setProperty("--pose-duration", `${gliding}s`);
  figure.dataset.pose = to;
  times.get(figure)?.cancel();
  const time = figure.animate({ "--fg-time": [0, 1] }, { duration: 1000 * seconds, fill: "both" });
  time.startTime = document.timeline.currentTime; // or it would wait for a frame, and turns falter
  times.set(figure, time);
}

// What was under way is over at once, and nothing follows from it.
function settle(figure) {
  for (const each of moves(figure)) {
    each.onfinish = null;
    each.finish();
  }
}

function isFacing({ dataset }, { side = "right", direction = "cw" }) {
  return (dataset.side ?? "right") === side && (dataset.direction ?? "cw") === direction;
}

function face(figure, { side = "right", direction = "cw" }) {
  figure.dataset.side = side;
  figure.dataset.direction = direction;
}

// Transitions and --fg-time; the endless loops follow --figure-play.
function moves(figure) {
  return figure.getAnimations().filter((each) => !(each instanceof CSSAnimation));
}
