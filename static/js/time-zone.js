// Chooses the device's own time zone in an empty select that asks for it, under today's name.

const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

for (const select of document.querySelectorAll("select[data-device-zone]")) {
  const zone = JSON.parse(select.dataset.deviceZone)[here] ?? here;
  const offered = [...select.options].some((option) => option.value === zone);
  if (offered && !select.value) select.value = zone;
  // Where little is asked, what is known isn't.
  const told = select.value === zone && !select.matches("[aria-invalid]");
  if (told && "quiet" in select.dataset) select.closest(".field").hidden = true;
}
