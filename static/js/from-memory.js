// A page that the browser shows from its memory is loaded anew: it may be older than the last tick.
//
// If it was drawn for somebody else than the last page, it is hidden first. A guided session that
// runs stays as it was left; the tokens of its forms are renewed. Pages for nobody in particular stay
// too, and so does one without a network, which has nothing better.

// A piece of what a session shows while it runs, waits or is paused.
const RUNS = "#guided :is([data-in~=running], [data-in~=waiting], [data-in~=paused])";

const { who = "" } = document.documentElement.dataset;

export function renew() {
  if (!isStillThere()) hide();
  else if (!who) return;
  else if (document.querySelector(`${RUNS}:not([data-in~=ready], [hidden])`)) renewTokens();
  else if (navigator.onLine) location.reload();
}

// Whom the last page was drawn for is remembered by forget.js.
function isStillThere() {
  try {
    return (localStorage.getItem("who") ?? "") === who;
  } catch {
    return false;
  }
}

function hide() {
  document.body.hidden = true;
  location.reload();
}

async function renewTokens() {
  let page;
  try {
    const answer = await fetch(location.href);
    page = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    return; // what is sent without a network waits
  }
  if (page.querySelector("main#main") && page.documentElement.dataset.who !== who) return hide();
  const token = page.querySelector("[name=csrfmiddlewaretoken]")?.value;
  if (!token) return;
  for (const field of document.getElementsByName("csrfmiddlewaretoken")) field.value = token;
}
