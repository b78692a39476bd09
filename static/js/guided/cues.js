// The cues of a session, as the page lists them.

export function cuesIn(session) {
  return [...session.querySelectorAll("[data-cue]")].map(({ dataset }, at, all) => ({
    from: all[at - 1]?.dataset.pose, // where the figure then is
    say: "",
    count: "",
    where: "",
    number: "",
    ...dataset,
    kind: dataset.cue,
    opens: at === 0,
    seconds: Number(dataset.seconds),
    natural: "natural" in dataset,
    waits: "waits" in dataset,
    pips: Number(dataset.pips),
    pipsDone: Number(dataset.pipsDone),
  }));
}

// The repetition that the session has come to, nothing before the first.
export function reached(cues, at) {
  return cues.slice(0, at + 1).findLast(({ kind, count }) => count && kind !== "position");
}
