// Forms marked data-swaps are sent without leaving the page; its data-swap pieces are then renewed.
//
// The server answers such a form as it does without script: it records, then redirects to the page.
// The page that comes back is read, and each piece with a known id takes its new content. An answer
// that is no such page (an error, sign-in) is gone to the ordinary way: the key in the form makes
// sending it again harmless.

const SAME_TAP = 800; // milliseconds in which shaky hands mean one tap, though the form is new

let underWay = Promise.resolve();
let lastTap = { what: "", at: -SAME_TAP };

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-swaps]")) return;
  event.preventDefault();
  if (isSameTap(form, event.timeStamp)) return;
  const sent = new FormData(form, event.submitter);
  const place = form.closest("[data-swap]").id;
  form.dataset.sending = "";
  document.getElementById("unsent").hidden = true;
  // One after the other, so that an older answer can't undo what a newer one shows.
  underWay = underWay.then(() => send(form, sent, place));
});

function isSameTap(form, at) {
  const what = `${form.closest("[id]").id} ${form.dataset.swaps}`;
  if (what === lastTap.what && at - lastTap.at < SAME_TAP) return true;
  lastTap = { what, at };
  return false;
}

// A key that is held down presses once.
document.addEventListener("keydown", (event) => {
  if (event.repeat && event.target.closest("[data-swaps]")) event.preventDefault();
});

// A page that comes back as it was left waits for nothing.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("[data-sending]")) delete form.dataset.sending;
});

async function send(form, sent, place) {
  let answer;
  try {
    answer = await fetch(form.action, { method: "POST", body: sent });
  } catch {
    return sayUnsent(form);
  }
  try {
    if (!answer.ok) throw new Error(`The answer was ${answer.status}.`);
    if (new URL(answer.url).pathname !== location.pathname) return leave(answer.url);
    renew(new DOMParser().parseFromString(await answer.text(), "text/html"), place);
    // A whole round has left its place: show what came of it, and its Undo.
    if (form.dataset.swaps === "round") {
      document.querySelector(".flash")?.scrollIntoView({ block: "nearest", behavior: "instant" });
    }
  } catch {
    return sendAsWithoutScript(form);
  }
}

function leave(address) {
  location.assign(address);
  return new Promise(() => {}); // nothing more is sent from a page that goes away
}

function sayUnsent(form) {
  delete form.dataset.sending;
  lastTap = { what: "", at: -SAME_TAP };
  const sentence = document.getElementById("unsent");
  sentence.hidden = false;
  sentence.scrollIntoView({ block: "center" });
}

function sendAsWithoutScript(form) {
  // The piece with this form may have been renewed meanwhile; only a form in the page can be sent.
  if (!form.isConnected) {
    form.hidden = true;
    document.body.append(form);
  }
  form.submit();
  return new Promise(() => {});
}

function renew(page, place) {
  const focused = document.activeElement?.id;
  const around = document.activeElement?.parentElement;
  const focusPlace = around?.closest("[data-swap] [id], [data-swap]")?.id;
  const open = [...document.querySelectorAll("[data-swap] details[open]")].map(({ id }) => id);
  const top = document.getElementById(place).getBoundingClientRect().top;
  document.title = page.title;
  for (const piece of document.querySelectorAll("[data-swap]")) {
    const fresh = page.getElementById(piece.id);
    if (!fresh) return location.reload();
    piece.replaceWith(fresh);
  }
  for (const id of open) document.getElementById(id)?.setAttribute("open", "");
  // This one element stays, so that a screen reader hears it change.
  document.getElementById("said").textContent = document.getElementById("told")?.textContent ?? "";
  const there = document.getElementById(place);
  if (focusPlace) {
    const near = document.getElementById(focusPlace);
    const wanted = [
      focused ? document.getElementById(focused) : null,
      near?.querySelector("button"),
      near?.querySelector("a"),
      there.querySelector("a, summary"), // where the rest is folded away by now
    ];
    wanted.find((target) => focus(target));
  }
  // What was pressed stays under the finger, whatever appeared above it.
  scrollBy({ top: there.getBoundingClientRect().top - top, behavior: "instant" });
}

function focus(element) {
  element?.focus({ preventScroll: true });
  return element && document.activeElement === element;
}
