// What is switched on or wanted, and what of it this browser lacks or refuses: told once, by its name.

export const on = {
  voice: false,
  language: false, // a voice for the words
  tones: false,
  vibration: false,
  headset: false,
  awake: false,
};
const told = new Set();
let tell = null;

/** Calls back with one of these names, each at most once. */
export function onMissing(callback) {
  tell = callback;
}

export function miss(name) {
  if (!on[name] || !tell || told.has(name)) return;
  told.add(name);
  tell(name);
}

// To call what is absent throws, as a refusal does. What we cut short ourselves (AbortError), or
// what is refused because the page is hidden, is not missing.
export async function attempt(name, act) {
  try {
    return await act();
  } catch (error) {
    if (error?.name !== "AbortError" && !document.hidden) miss(name);
  }
}
