// What this device has of a person goes when they sign out, or when somebody else signs in.
//
// Whose page this is stands in <html data-who>. The browser remembers `who` the last page was drawn
// for, if for anybody, and `whose` things it may have: a sign-in that ran out takes nothing along.
// What wasn't sent yet is the outbox's own, and stays.

const TYPED = "typed "; // then whose, and in which form
const KEPT = "kept-"; // pages in a cache
const PREFIXES = [TYPED, "guided ", "guided-trial", "zones "];

const { who = "" } = document.documentElement.dataset;

export function forget() {
  for (const storage of storages()) {
    for (const name of Object.keys(storage)) {
      if (PREFIXES.some((prefix) => name.startsWith(prefix))) storage.removeItem(name);
    }
    storage.removeItem("who");
    storage.removeItem("whose");
  }
  forgetPages();
}

async function forgetPages() {
  // Only secure pages have caches.
  for (const name of (await globalThis.caches?.keys()) ?? []) {
    if (name.startsWith(KEPT)) caches.delete(name);
  }
}

// A browser that keeps nothing has nothing to forget.
function storages() {
  try {
    return [sessionStorage, localStorage];
  } catch {
    return [];
  }
}

// What was typed in this tab stays for that person alone.
function keepTypedOf(person) {
  for (const name of Object.keys(sessionStorage)) {
    if (name.startsWith(TYPED) && name.split(" ")[1] !== person) sessionStorage.removeItem(name);
  }
}

function meet() {
  const whose = localStorage.getItem("whose");
  if (who && whose && who !== whose) forget();
  keepTypedOf(who || whose);
  if (!who) return localStorage.removeItem("who");
  localStorage.setItem("who", who);
  localStorage.setItem("whose", who);
}

// After whatever else has a word in it: a form that isn't sent takes nothing along.
addEventListener("submit", (event) => {
  if (event.target.matches("[data-forgets]") && !event.defaultPrevented) forget();
});

// Somebody signed out or in, in another tab.
addEventListener("storage", ({ key, newValue }) => {
  if (key === "whose") keepTypedOf(newValue);
});

if (storages().length) meet();
