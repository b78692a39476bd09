// Chooses the device's own time zone in an empty select that asks for it.

const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

for (const select of document.querySelectorAll("select[data-device-zone]")) {
  if (!here || select.value) continue;
  if (![...select.options].some((option) => option.value === here)) {
    select.add(new Option(here, here));
  }
  select.value = here;
}
