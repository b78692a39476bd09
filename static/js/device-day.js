// <device-day>: says that this device's clock has another day than the person's zone, until they keep theirs.

class DeviceDay extends HTMLElement {
  connectedCallback() {
    this.querySelector("button").addEventListener("click", () => this.keep());
    document.addEventListener("visibilitychange", () => document.hidden || this.look());
    this.look();
  }

  look() {
    const { zone, endsAt } = this.dataset;
    const device = Intl.DateTimeFormat().resolvedOptions().timeZone;
    this.answer = `zones ${zone} ${device}`; // in the device's memory, once they keep theirs
    try {
      const words = { device, own: dayIn(zone, endsAt), here: dayIn(device, endsAt) };
      const line = this.querySelector("p");
      line.textContent = line.dataset.words.replace(/{(\w+)}/g, (_, word) => words[word]);
      this.querySelector("a").search = new URLSearchParams({ time_zone: device, device: 1 });
      this.hidden = words.own === words.here || localStorage.getItem(this.answer) !== null;
    } catch {
      this.hidden = true; // a zone that this browser doesn't know, or one that keeps no answer
    }
  }

  keep() {
    localStorage.setItem(this.answer, "kept");
    this.hidden = true;
    document.getElementById("main").focus({ preventScroll: true });
  }
}

// The name of the day, which begins when the clock on the wall shows that hour.
function dayIn(timeZone, endsAt) {
  const options = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", hourCycle: "h23" };
  const parts = new Intl.DateTimeFormat("en", { ...options, timeZone }).formatToParts(Date.now());
  const read = Object.fromEntries(parts.map(({ type, value }) => [type, Number(value)]));
  const day = new Date(Date.UTC(read.year, read.month - 1, read.day - (read.hour < endsAt)));
  return day.toLocaleDateString(document.documentElement.lang, { weekday: "long", timeZone: "UTC" });
}

customElements.define("device-day", DeviceDay);
