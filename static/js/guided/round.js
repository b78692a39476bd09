// A session's page that the device keeps may be done in any round: its address says in which.

/** Makes a session one of the run that its address names: `?round=`, empty for all that is left. */
export function carry(session) {
  const round = new URLSearchParams(location.search).get("round");
  const { page, round: field } = session.querySelector("form[data-record]").elements;
  if (round === null || page?.value !== "today") return;
  session.dataset.run = "";
  page.value = "run";
  field.value = round;
  const ways = session.closest("#guided").querySelectorAll("[data-act=stop], [data-act=leave]");
  for (const way of ways) way.href = "/today/";
}
