// A form that is being sent isn't sent again by a second press of the same button.
//
// Some seconds later it is, so that a press that failed can be repeated; the server takes both as one.

const SAME_PRESS = 3_000; // milliseconds
const pressed = new WeakMap();

// On the window, so that whatever sends a form itself has taken it by now.
addEventListener("submit", (event) => {
  const { target: form, submitter, timeStamp: at } = event;
  if (event.defaultPrevented || form.method !== "post") return;
  const last = pressed.get(form);
  if (last?.submitter === submitter && at - last.at < SAME_PRESS) event.preventDefault();
  else pressed.set(form, { submitter, at });
});

// A page that comes back as it was left has sent nothing.
addEventListener("pageshow", ({ persisted }) => {
  if (!persisted) return;
  for (const form of document.forms) pressed.delete(form);
});
