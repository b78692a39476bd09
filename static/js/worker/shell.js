// What is kept of a release for everybody: whole or not at all, under the name of that release.

import { keepsOlder } from "./kept.js";

const PREFIX = "shell-";

export class Shell {
  /** told: {release, pages, files, away}. */
  constructor(told) {
    Object.assign(this, told);
    this.name = PREFIX + this.release;
  }

  async fill() {
    await caches.delete(this.name); // the newest is the last in their order
    const cache = await caches.open(this.name);
    try {
      const options = { credentials: "omit", priority: "low" };
      await cache.addAll([
        ...this.files.map((address) => new Request(address, options)),
        ...this.pages.map((address) => new Request(address, { ...options, cache: "no-store" })),
      ]);
      await this.#check();
    } catch (problem) {
      await caches.delete(this.name);
      throw problem;
    }
  }

  // Pages are of the release that answered: of this one, unless another came meanwhile.
  async #check() {
    const answer = await fetch(location.pathname, { cache: "no-store", credentials: "omit" });
    if (!(await answer.text()).includes(this.release)) throw new Error("Another release came.");
  }

  async page(address) {
    return (await caches.open(this.name)).match(address);
  }

  // Files of older releases go once no page asks for them: none that is open, none that is kept.
  async tidy() {
    const shells = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
    const older = shells.slice(0, shells.indexOf(this.name));
    const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
    if (older.length === 0 || pages.length > 1) return;
    if (await keepsOlder(this.release)) return;
    await Promise.all(older.map((name) => caches.delete(name)));
  }
}

/** A file from the device, of whichever release; else from the network. */
export async function file(request) {
  const kept = await caches.match(request.url, { ignoreVary: true });
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get("range"));
  return kept ? (range ? part(kept, range) : kept) : fetch(request);
}

// Sound is asked for in parts.
async function part(answer, [, first, last]) {
  const whole = await answer.blob();
  const end = Math.min(Number(last || whole.size - 1), whole.size - 1);
  return new Response(whole.slice(Number(first), end + 1, whole.type), {
    status: 206,
    headers: { "Content-Range": `bytes ${first}-${end}/${whole.size}` },
  });
}
