// What is shown for an address: the network's page, else the person's as the device keeps it, else
// the leaflet's of this release, else the page that says that there is no network.

import { find } from "./kept.js";

const PATIENCE = 2500; // milliseconds for a line that hangs, where the page is kept

export async function page(url, network, shell) {
  const kept = await find(url).catch(() => undefined); // damaged, it is as if it weren't there
  try {
    const answer = await (kept ? Promise.race([network, patience()]) : network);
    return kept && isAway(answer) ? kept : answer;
  } catch {
    return kept ?? (await without(url, shell));
  }
}

function patience() {
  return new Promise((_, reject) => setTimeout(reject, PATIENCE));
}

// Something in front of the site answers in its place.
function isAway({ status }) {
  return status >= 502 && status <= 504;
}

async function without(url, shell) {
  // Whoever is signed in is led to Today from the first page, and from a round that isn't drawn, with
  // the round that goes on.
  const { pathname, searchParams } = url;
  const goesOn = pathname === "/today/session/" ? `#run-${searchParams.get("round") ?? ""}` : "";
  const leadsOn = goesOn || pathname === "/";
  if (leadsOn && (await find(new URL("/today/", url)))) return Response.redirect(`/today/${goesOn}`);
  const page = await shell.page(pathname);
  const away = new URL(shell.away, url);
  return page ?? (await find(away)) ?? (await shell.page(away.pathname)) ?? Response.error();
}
