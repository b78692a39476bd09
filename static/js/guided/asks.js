// What asks something of a session: its buttons, the keyboard, a call, a headset. Each act is its method.

import * as device from "./device.js";
import { actOf } from "./keys.js";

/** Buttons, keys and being hidden, until the signal. */
export function hearPage(session, guided, signal) {
  const click = (event) => {
    const act = event.target.closest("[data-act]")?.dataset.act;
    if (!act) return;
    // Before it has begun there is nothing to ask: the link leads away.
    if (act === "stop" && session.state !== "ready") event.preventDefault();
    session[act](event);
  };
  const press = (event) => session[actOf(event, session.state)]?.();
  const hide = () => document.hidden && session.interrupt();
  guided.addEventListener("click", click, { signal });
  document.addEventListener("keydown", press, { signal });
  document.addEventListener("visibilitychange", hide, { signal });
}

export function hearHeadset(session) {
  const headset = {
    play: () => session.go(),
    pause: () => session.pause(),
    next: () => session.skip(),
    previous: () => session.back(),
  };
  device.listen(headset, document.title);
}
