// Shows a day as it will be once the acts that wait have arrived: rows, toes, the day's numbers.
//
// Rows carry what the server counted (data-done of data-target, or of data-due in a round), the shore
// the words for each number (data-words). An answer of the server's replaces all of it.

const FULL = 4; // quarters of a toe
const STEPS = { record: 1, "put-back": 1, undo: -1 };

const counted = new WeakMap(); // a row → what the server counted in it

// waiting: acts in order; kept: the keys of those that couldn't be sent yet.
export function show(waiting, kept) {
  const counts = [...document.querySelectorAll("[data-exercise][data-done]")];
  const rows = counts.filter((row) => row.querySelector(".session-acts"));
  const gone = undone(waiting);
  const done = new Map(); // of each row
  const last = new Map(); // of those kept in a row
  for (const row of rows) {
    if (!counted.has(row)) counted.set(row, Number(row.dataset.done));
    done.set(row, counted.get(row));
  }
  for (const act of standing(waiting, gone)) {
    for (const row of placesOf(act, rows, done)) {
      done.set(row, step(done.get(row), act, row));
      if (kept.has(act.key)) last.set(row, act);
    }
  }
  for (const row of rows) {
    draw(row, Math.max(0, done.get(row)), last.get(row));
    for (const undo of row.querySelectorAll("form[data-swaps=undo]"))
      undo.hidden = gone.has(keyIn(undo.action));
  }
  sumUp(rows, kept.size > 0);
}

// The keys of what acts take back.
function undone(waiting) {
  const gone = new Set();
  for (const { about } of waiting) {
    if (about.does === "undo") gone.add(about.of);
    if (about.does === "put-back") gone.delete(about.of);
  }
  return gone;
}

// Without those that a later one takes back before either was sent.
function standing(waiting, gone) {
  const keys = new Set(waiting.map(({ key }) => key));
  return waiting.filter(({ key, about }) => !gone.has(key) && !keys.has(about.of));
}

// In the address of an act that takes back or puts back.
export const keyIn = (address) => new URL(address).pathname.split("/").at(-3);

// What was done in no round that is shown fills the first row that is open.
function placesOf({ about: { does, day, exercise, round } }, rows, done) {
  const isRound = does === "round";
  const same = rows.filter(
    (row) => day === dayOf(row) && (isRound || exercise === row.dataset.exercise),
  );
  const own = same.filter((row) => round === (row.dataset.round ?? ""));
  if (own.length || isRound || !same.length) return own;
  return [same.find((row) => done.get(row) < meant(row)) ?? same[0]];
}

function step(done, { about }, row) {
  if (about.does === "round") return Math.max(done, meant(row));
  return done + (STEPS[about.does] ?? 0);
}

const meant = ({ dataset }) => Number(dataset.due ?? dataset.target);
export const dayOf = (element) => element.closest("[data-day]")?.dataset.day ?? "";

function draw(row, done, kept) {
  const before = counted.get(row);
  const isNew = done !== Number(row.dataset.done);
  row.dataset.done = done;
  row.querySelectorAll(".pips .toe").forEach((toe, at) => {
    fill(toe, at < done ? FULL : 0, Boolean(kept) && at >= before);
  });
  const tick = row.querySelector("form[data-swaps=record]");
  const isFull = done >= meant(row) && tick?.elements.page.value === "today";
  if (isNew && tick) hide(row, tick, isFull);
  const acts = row.querySelector(".session-acts");
  put(acts, "done", done > before && isFull && !kept);
  const undo = put(acts, "kept", kept)?.querySelector("form");
  if (undo) undo.action = addressOf(undo, kept);
}

// The keyboard stays in the row.
function hide(row, tick, isFull) {
  const isFocused = tick.contains(document.activeElement);
  tick.hidden = isFull;
  if (isFull && isFocused) row.focus({ preventScroll: true });
}

function addressOf({ dataset }, { key, about }) {
  return (about.does === "round" ? dataset.press : dataset.session).replace("key", key);
}

// A form whose act waits says so.
export function mark(form) {
  put(form, "kept", true)?.querySelector("form")?.remove();
}

// What stands in a place while something of it waits: a copy of the template of that id.
function put(place, id, isWanted) {
  const there = place.querySelector(`[data-mark=${id}]`);
  const template = document.getElementById(id);
  if (!isWanted || !template) return there?.remove();
  if (there) return there;
  const copy = document.createElement("div");
  copy.dataset.mark = id;
  copy.append(template.content.cloneNode(true));
  place.prepend(copy);
  return copy;
}

function sumUp(rows, isKept) {
  const shore = document.getElementById("shore");
  if (!shore?.dataset.words) return;
  let sum = 0;
  for (const [slug, { done, due, sure }] of Object.entries(byExercise(rows))) {
    sum += Math.min(done, due);
    const toes = [...shore.querySelectorAll(`.toe[data-of="${slug}"]`)];
    const [now, before] = [done, sure].map((count) => quarters(toes.length, count, due));
    toes.forEach((toe, at) => fill(toe, part(now, at), isKept && part(now, at) > part(before, at)));
  }
  if (sum === Number(shore.dataset.counted)) return;
  shore.dataset.counted = sum;
  const [headline, count, title] = JSON.parse(shore.dataset.words)[sum];
  shore.querySelector("h1").textContent = headline;
  shore.querySelector(".lead").textContent = count;
  document.title = title;
}

function byExercise(rows) {
  const sums = {};
  for (const row of rows) {
    const sum = (sums[row.dataset.exercise] ??= { done: 0, due: 0, sure: 0 });
    sum.done += Number(row.dataset.done);
    sum.sure += counted.get(row);
    sum.due += meant(row);
  }
  return sums;
}

// As logbook/domain/toes.py: rounded down, but any session shows.
function quarters(toes, done, due) {
  return done && due ? Math.max(1, Math.floor((FULL * toes * Math.min(done, due)) / due)) : 0;
}

const part = (filled, at) => Math.min(FULL, Math.max(0, filled - FULL * at));

function fill(toe, quarters, isKept) {
  toe.dataset.fill = quarters;
  toe.toggleAttribute("data-kept", isKept);
}
