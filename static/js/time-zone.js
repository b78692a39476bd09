// Chooses the device's own time zone in an empty select that asks for it.

const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

for (const select of document.querySelectorAll("select[data-device-zone]")) {
  const offered = [...select.options].some((option) => option.value === here);
  if (offered && !select.value) select.value = here;
}
