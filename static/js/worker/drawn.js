// A kept page as the server would draw it now: with keys of its own, so that what is done next counts
// too, and for the day that it is, as far as a page of another day can be.

const DAY = 24 * 60 * 60 * 1000;

/** What a page says: the day for which it was drawn, and whether that is over. */
export async function read(kept) {
  const text = await kept.text();
  const ends = Date.parse(/ data-ends="([^"]+)"/.exec(text)?.[1]);
  const day = /name="day" value="([\d-]+)"/.exec(text)?.[1];
  return { kept, text, day, isOver: ends <= Date.now(), later: Math.floor((Date.now() - ends) / DAY) + 1 };
}

export function draw({ kept, text, day, isOver, later }) {
  const at = kept.headers.get("Kept-At");
  let drawn = text.replace("<html", `<html data-kept-at="${at}"`);
  for (const [, key] of text.matchAll(/name="key" value="([\w-]+)"/g)) {
    drawn = drawn.replaceAll(key, crypto.randomUUID());
  }
  if (isOver && day) drawn = moved(drawn, day, later);
  return new Response(drawn, { headers: kept.headers });
}

// Nothing in these pages was done yet: a session's, and Today of a day that was still to come.
function moved(text, day, later) {
  const to = new Date(Date.parse(day) + later * DAY);
  const [, lang] = /<html[^>]* lang="([\w-]+)"/.exec(text);
  const options = { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" };
  return text
    .replace(/(<time datetime="[\d-]+">)[^<]*/, `$1${to.toLocaleDateString(lang, options)}`)
    .replaceAll(day, to.toISOString().slice(0, 10));
}
