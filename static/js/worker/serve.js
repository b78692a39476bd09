// The service worker: which event leads where. /worker.js calls `serve` with the release and its lists.

import { run } from "../outbox/send.js";
import { keep, learn, moment } from "./kept.js";
import { page } from "./pages.js";
import { file, Shell } from "./shell.js";

export function serve(told) {
  const { release } = told;
  const shell = new Shell(told);

  // It waits for no old page: what these ask for stays on the device until none is left.
  addEventListener("install", (event) => {
    event.waitUntil(shell.fill().then(() => skipWaiting()));
  });

  addEventListener("activate", (event) => {
    // No navigation preload: without a network Firefox would show its own failure instead of a page.
    event.waitUntil(clients.claim());
  });

  addEventListener("fetch", (event) => {
    const { request } = event;
    const url = new URL(request.url);
    if (request.method !== "GET" || url.origin !== location.origin) return;
    if (url.pathname.startsWith(told.static)) return event.respondWith(file(request));
    if (request.mode === "navigate") event.respondWith(navigate(event, url));
  });

  // What waits is sent when there is a network, also after the page was left.
  addEventListener("sync", (event) => {
    if (event.tag === "outbox") event.waitUntil(run());
  });

  function navigate(event, url) {
    const began = moment();
    const network = fetch(event.request);
    const address = url.pathname + url.search;
    tidyAfter(network.then((answer) => learn(address, answer, { began, release })), event);
    return page(url, network, shell);
  }

  // {keep: addresses of the person's pages}, `anew` where what is kept is known to be old.
  addEventListener("message", (event) => {
    const { keep: addresses, anew } = event.data;
    tidyAfter(keep(addresses, { anew, release }), event);
  });

  function tidyAfter(work, event) {
    event.waitUntil(work.then(() => shell.tidy()).catch(() => {}));
  }
}
