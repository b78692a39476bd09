// What every page does. What can wait comes once the page has loaded.

const fromMemory = () => import("./from-memory.js");

addEventListener("pageshow", async ({ persisted }) => {
  if (persisted) (await fromMemory()).renew();
});

// Before anything can be pressed or typed.
if (document.querySelector("[data-forgets]")) import("./forget.js");
if (document.querySelector("[method=post] :is(textarea, select, input:not([type=hidden]))")) {
  import("./typed.js");
}

addEventListener("load", async () => {
  import("./outbox/acts.js");
  import("./kept.js");
  if (document.querySelector("[data-keeps]")) import("./next-in-round.js");
  import("./sent-once.js");
  fromMemory(); // at hand, should there be no network then
  import("./forget.js");
  import("./typed.js");
  // One below the other: what shows itself moves nothing that is seen.
  if (document.querySelector("device-day")) await import("./device-day.js");
  if (document.querySelector("[data-install-card]")) import("./install.js");
});
