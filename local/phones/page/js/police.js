/** The panel of what the police side stores: open, choose a store, read its rows. */

import { get } from "./api.js";
import { el, icon } from "./dom.js";
import { Road } from "./road.js";
import { rowsOf } from "./rows.js";
import { Search } from "./search.js";

const SETTLING = [900, 3000];

export class Police {
  constructor() {
    this.panel = document.getElementById("police");
    this.road = new Road();
    this.search = new Search((hit) => this.showHit(hit), () => this.drawRows());
    this.stores = [];
    this.chosen = null;
    this.counts = new Map();
    this.timers = [];
    this.total = el("small", { "data-testid": "row-total" });
    this.toggle = el("button", { class: "police-toggle", type: "button", "aria-expanded": "false", "data-testid": "open-police-side", onclick: () => this.open() },
      icon("chevron"), "What the police side stores", this.total);
    this.list = el("div", { class: "stores", role: "tablist", "aria-label": "Stores", "aria-orientation": "vertical" });
    this.rows = el("div", { class: "rows", role: "tabpanel", tabindex: "0", "aria-label": "Rows", "data-testid": "rows" });
    this.panel.append(
      el("div", { class: "police-bar" }, this.toggle, this.road.element),
      el("div", { class: "police-body" }, this.search.element, this.list, this.rows));
    document.addEventListener("shown", (event) => { if (event.detail === "police") this.refresh(); });
  }

  open() {
    const isOpen = this.panel.classList.toggle("is-open");
    this.toggle.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) this.refresh();
  }

  /** Something happened: look again when the road has had time to carry it. */
  stir(message) {
    if (message?.mine) this.road.light("webhook");
    this.timers.forEach(clearTimeout);
    this.timers = SETTLING.map((delay) => setTimeout(() => this.refresh(), delay));
  }

  async refresh() {
    if (document.visibilityState !== "visible") return;
    this.stores = (await get("police-side")).stores ?? [];
    this.chosen ??= this.stores[0]?.name;
    const rows = this.stores.reduce((sum, store) => sum + store.rows.length, 0);
    this.total.textContent = `${rows} rows in ${this.stores.length} stores`;
    this.road.show(this.stores);
    this.drawList();
    this.drawRows();
  }

  drawList() {
    this.list.replaceChildren(...this.stores.map((store) => {
      const grown = this.counts.has(store.name) && store.rows.length !== this.counts.get(store.name);
      if (store.name === this.chosen || !this.counts.has(store.name)) this.counts.set(store.name, store.rows.length);
      return el("button", { class: "store", role: "tab", type: "button", "data-testid": "store", "aria-selected": String(store.name === this.chosen), onclick: () => this.choose(store.name) },
        icon(store.kind), el("span", { class: "store-name" }, store.name),
        el("span", { class: `count ${grown ? "is-new" : ""}` }, String(store.rows.length)));
    }));
  }

  drawRows() {
    const store = this.stores.find((one) => one.name === this.chosen);
    const place = this.rows.scrollTop;
    this.rows.replaceChildren(...rowsOf(store, this.search.hitsIn(store?.name), this.search.text));
    this.rows.scrollTop = place;
  }

  choose(name) {
    this.chosen = name;
    this.drawList();
    this.drawRows();
    this.rows.scrollTop = 0;
  }

  showHit(hit) {
    this.choose(hit.store);
    this.rows.querySelector(`[data-row="${hit.row}"]`)?.scrollIntoView({ block: "center" });
  }
}
