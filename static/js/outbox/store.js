// The shelf of the outbox, in IndexedDB: what was done on this device and has no answer yet.
//
// An act: {id, key, who, to, fields: [[name, value], …], label, typed: [[label, value], …], about,
// made, skew, format, refused: [sentence, …]}. Its id gives the order; `made` is the device's clock
// in milliseconds, and `skew` what it was off by as far as was known then.

export const FORMAT = 1;

const NAME = "footcare-outbox";
const SHELF = "acts";

function open() {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, FORMAT);
    asked.onupgradeneeded = () =>
      asked.result.createObjectStore(SHELF, { keyPath: "id", autoIncrement: true });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = asked.onblocked = () => reject(asked.error ?? new Error("It is blocked."));
  });
}

async function use(mode, ask) {
  const base = await open();
  try {
    return await new Promise((resolve, reject) => {
      const change = base.transaction(SHELF, mode, { durability: "strict" });
      const asked = ask(change.objectStore(SHELF));
      change.oncomplete = () => resolve(asked.result);
      change.onabort = () => reject(change.error ?? new Error("It was broken off."));
    });
  } finally {
    base.close();
  }
}

// Each rejects where the browser keeps nothing.
export const all = () => use("readonly", (shelf) => shelf.getAll());
export const add = (act) => use("readwrite", (shelf) => shelf.add({ ...act, format: FORMAT }));
export const put = (act) => use("readwrite", (shelf) => shelf.put(act));
export const remove = (id) => use("readwrite", (shelf) => shelf.delete(id));

// Beside it, where writing takes no time; a browser that keeps nothing just forgets.
export function beside(use) {
  try {
    return use(localStorage);
  } catch {
    return null;
  }
}

// A page can be left before the shelf has an act: until then it is noted.
const NOTE = "outbox note ";

export const note = (act) => beside((notes) => notes.setItem(NOTE + act.key, JSON.stringify(act)));
export const strike = ({ key }) => beside((notes) => notes.removeItem(NOTE + key));
export const noted = () =>
  beside((notes) => {
    const names = Object.keys(notes).filter((name) => name.startsWith(NOTE));
    return names.map((name) => JSON.parse(notes.getItem(name)));
  }) ?? [];

// Whether it can be sent: what another version or a damaged disk left is only shown.
export function isWhole(act) {
  const texts = [act.key, act.who, act.to];
  const fields = act.fields;
  return (
    act.format === FORMAT &&
    texts.every((text) => typeof text === "string") &&
    Array.isArray(fields) &&
    fields.every((field) => Array.isArray(field) && field.every((each) => typeof each === "string"))
  );
}

export const waits = (act) => isWhole(act) && !act.refused;
