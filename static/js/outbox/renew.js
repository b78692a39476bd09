// Sets a page right: each of its data-swap pieces takes what the fresh page has under its id.

// Where the keyboard is before an act: {place, focused}.
export function from(form) {
  return { place: form.closest("[data-swap]").id, focused: focusedId() };
}

// `to` is the id of what has the keyboard's focus afterwards, unless whoever pressed went on meanwhile.
export function renew(text, { place, focused }, { to = "", shows = false } = {}) {
  const page = new DOMParser().parseFromString(text, "text/html");
  const now = focusedId();
  const open = [...document.querySelectorAll("[data-swap] details[open][id]")].map(({ id }) => id);
  const top = topOf(place);
  document.title = page.title;
  for (const piece of document.querySelectorAll("[data-swap]")) {
    const fresh = page.getElementById(piece.id);
    if (!fresh) return location.reload();
    piece.replaceWith(fresh);
  }
  for (const id of open) document.getElementById(id)?.setAttribute("open", "");
  say(document.getElementById("told")?.textContent ?? "");
  // Whoever went on meanwhile isn't called back.
  const isElsewhere = () => document.activeElement !== document.body || focus(called(now));
  if (now === focused || !isElsewhere()) {
    focus(called(to) ?? document.getElementById("main"));
  }
  // What was pressed stays under the finger, whatever appeared above it.
  scrollBy({ top: topOf(place) - top, behavior: "instant" });
  // A whole round has left its place: show what came of it, and its Undo.
  if (shows) bring(document.querySelector(".flash"));
  // What the keyboard is on is in sight.
  bring(document.querySelector(":focus-visible"));
}

// The same for a page that changed while nobody pressed anything in it.
export async function refresh() {
  const place = document.querySelector("[data-swap]")?.id;
  if (!place) return;
  const answer = await fetch(location.href, { cache: "no-store" });
  if (answer.ok && !answer.redirected) renew(await answer.text(), { place, focused: null });
}

// This one element stays, so that a screen reader hears it change.
function say(text) {
  const said = document.getElementById("said");
  if (said) said.textContent = text;
}

// Firefox complains where it is asked for no name.
export const called = (id) => (id ? document.getElementById(id) : null);

const topOf = (id) => document.getElementById(id)?.getBoundingClientRect().top ?? 0;

function bring(element) {
  element?.scrollIntoView({ block: "nearest", behavior: "instant" });
}

// The id of what has the focus, or of what it is in; "" where that is nothing in particular.
function focusedId() {
  return document.activeElement?.closest("[id]")?.id ?? "";
}

// Focuses it, in a round that is folded too, or what is first in it; tells whether that worked.
export function focus(element) {
  element?.closest("details > :not(summary)")?.parentElement.setAttribute("open", "");
  for (const each of [element, element?.querySelector("a, summary")]) {
    each?.focus({ preventScroll: true });
    if (each && document.activeElement === each) return true;
  }
  return false;
}
