// Footcare on the home screen: offers it once on a device, and opens the words for the one in hand.

const ANSWERED = "home-screen"; // in the device's memory, once somebody has answered

const card = document.querySelector("[data-install-card]");
const page = document.querySelector("[data-install-page]");

if (card) offer();
if (page) explain();

function offer() {
  const isWaiting = "waiting" in document.documentElement.dataset;
  card.hidden = isInstalled() || isWaiting || remembered(ANSWERED) !== null;
  card.querySelector("[data-not-now]").addEventListener("click", () => {
    remember(ANSWERED);
    card.hidden = true;
    document.getElementById("main").focus({ preventScroll: true });
  });
}

function explain() {
  remember(ANSWERED);
  page.querySelector(`[data-device=${device()}]`).open = true;
  const button = page.querySelector("[data-install]");
  // Only some browsers have a way to install; it works once.
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    button.hidden = false;
    button.onclick = () => {
      button.hidden = true;
      event.prompt();
    };
  });
  addEventListener("appinstalled", () => (button.hidden = true));
}

function isInstalled() {
  return navigator.standalone === true || matchMedia("(display-mode: standalone)").matches;
}

// An iPad says that it is a Mac; no Mac has a screen to touch.
function device() {
  const { userAgent, maxTouchPoints } = navigator;
  if (/iPhone|iPad|iPod/.test(userAgent)) return "apple";
  if (/Macintosh/.test(userAgent) && maxTouchPoints > 1) return "apple";
  return /Android/.test(userAgent) ? "android" : "computer";
}

// A browser that keeps nothing would ask each time: there it isn't offered.
function remembered(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return "";
  }
}

function remember(name) {
  try {
    localStorage.setItem(name, "answered");
  } catch {
    // It will be asked again where this can't be kept.
  }
}
