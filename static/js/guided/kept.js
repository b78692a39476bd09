// A session that waits in this browser: offered where somebody signs up, forgotten once answered.

import { ago, forget, kept } from "./trial.js";

const session = kept();

for (const offer of session ? document.querySelectorAll("[data-offers]") : []) {
  const { slug, key, seconds } = session;
  const link = offer.querySelector("a");
  const query = new URLSearchParams({ key, source: "guided", seconds, ago: ago(session) });
  link.href = `${link.href.replace("SLUG", slug)}?${query}`;
  offer.hidden = false;
}

for (const way of document.querySelectorAll("[data-drops]"))
  way.addEventListener(way.matches("form") ? "submit" : "click", forget);
