// The session of somebody without an account: it waits in this browser, for an hour at most.

const PLACE = "guided-trial";
const HOUR = 3600 * 1000;

export function keep(session) {
  store((here) => here.setItem(PLACE, JSON.stringify(session)));
}

// The one that was kept, or nothing.
export function kept() {
  const session = store((here) => JSON.parse(here.getItem(PLACE)));
  if (session && Math.abs(Date.now() - session.ended) < HOUR) return session;
  forget();
  return null;
}

// How many seconds ago it ended: true also where the device's clock is not.
export function ago({ ended }) {
  return Math.max(0, Math.round((Date.now() - ended) / 1000));
}

export function forget() {
  store((here) => here.removeItem(PLACE));
}

// A browser that keeps nothing just forgets on a reload.
function store(use) {
  try {
    return use(localStorage);
  } catch {
    return null;
  }
}
