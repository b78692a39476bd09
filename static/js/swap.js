// Forms marked data-swaps are sent without leaving the page; its data-swap pieces are then renewed.
//
// The server answers such a form as it does without script: it records, then redirects to the page.
// The page that comes back is read, and each piece with a known id takes its new content. Anything
// unexpected (no network, an error, another page such as sign-in) goes the ordinary way instead: the
// key in the form makes sending it again harmless.

let underWay = Promise.resolve();

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-swaps]")) return;
  event.preventDefault();
  const sent = new FormData(form, event.submitter);
  // One after the other, so that an older answer can't undo what a newer one shows.
  underWay = underWay.then(() => send(form, sent)).catch(() => sendAsWithoutScript(form));
});

async function send(form, sent) {
  const answer = await fetch(form.action, { method: "POST", body: sent });
  if (!answer.ok) throw new Error(`The answer was ${answer.status}.`);
  if (new URL(answer.url).pathname !== location.pathname) return location.assign(answer.url);
  renew(new DOMParser().parseFromString(await answer.text(), "text/html"));
}

function sendAsWithoutScript(form) {
  // The piece with this form may have been renewed meanwhile; only a form in the page can be sent.
  if (!form.isConnected) {
    form.hidden = true;
    document.body.append(form);
  }
  form.submit();
}

function renew(page) {
  const focused = document.activeElement?.id;
  const row = document.activeElement?.closest("[data-swap]")?.id;
  document.title = page.title;
  for (const piece of document.querySelectorAll("[data-swap]")) {
    const fresh = page.getElementById(piece.id);
    if (!fresh) return location.reload();
    piece.replaceWith(fresh);
  }
  // This one element stays, so that a screen reader hears it change.
  document.getElementById("said").textContent = document.getElementById("told")?.textContent ?? "";
  const target =
    (focused && document.getElementById(focused)) ||
    (row && document.getElementById(row)?.querySelector("button, a"));
  target?.focus({ preventScroll: true });
}
