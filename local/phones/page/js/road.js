/** The road of a tip: a station lights up when its stores change. */

import { el } from "./dom.js";

const STATIONS = { webhook: "webhook", flow: "flow", cases: "cases", dispatch: "dispatch", officer_reply: "officer reply", courier: "courier" };
const LIT = 6000;

export class Road {
  constructor() {
    this.seen = new Map();
    this.stations = new Map();
    this.element = el("div", { class: "road", "aria-hidden": "true", "data-testid": "road" });
  }

  show(stores) {
    const known = Object.keys(STATIONS).filter((name) => stores.some((store) => store.station === name));
    if (known.length !== this.stations.size) this.build(known);
    for (const store of stores) {
      const before = this.seen.get(store.name);
      const print = JSON.stringify(store.rows);
      if (before !== undefined && before !== print) this.passes(store.station);
      this.seen.set(store.name, print);
    }
  }

  build(names) {
    this.stations = new Map(names.map((name) => [name, el("span", { class: "station" }, STATIONS[name])]));
    this.element.replaceChildren(...this.stations.values());
  }

  /** The webhook and dispatch store nothing: they are seen by what they pass on. */
  passes(name) {
    this.light(name);
    if (name === "cases") this.light("dispatch");
  }

  light(name) {
    const station = this.stations.get(name);
    if (!station) return;
    station.classList.add("is-lit");
    clearTimeout(station.timer);
    station.timer = setTimeout(() => station.classList.remove("is-lit"), LIT);
  }
}
