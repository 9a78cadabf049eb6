/** A doubter's search through all that the police side stores. */

import { post } from "./api.js";
import { tipster } from "./desk.js";
import { el, icon } from "./dom.js";

export class Search {
  constructor(show, redraw) {
    [this.show, this.redraw, this.text, this.hits] = [show, redraw, "", []];
    this.input = el("input", { type: "search", placeholder: "Search every row for a number, a name, a word", "aria-label": "Search what is stored", "data-testid": "search-input" });
    this.verdict = el("div", { class: "verdict", role: "status", "aria-live": "polite", "data-testid": "verdict", hidden: true });
    this.whose = el("span", { class: "search-whose" });
    this.element = el("form", { class: "search", role: "search", onsubmit: (event) => { event.preventDefault(); this.run(this.input.value); } },
      el("span", { class: "search-field" }, icon("search"), this.input),
      this.whose,
      this.ready("number", (who) => `+${who.number}`, "search-number"),
      this.ready("WhatsApp user id", (who) => who.bsuid, "search-user-id"),
      this.ready("name", (who) => who.name, "search-name"),
      this.verdict);
    document.addEventListener("shown", () => this.name());
    this.input.addEventListener("input", () => { if (!this.input.value) this.run(""); });
  }

  /** A search that is ready to press, for what identifies the tipster on the desk. */
  ready(label, of, testid) {
    const run = () => this.run(of(tipster()), "is-leak");
    return el("button", { class: "pill", type: "button", "data-testid": testid, "aria-label": `Search for this phone's ${label}`, onclick: run }, label);
  }

  name() {
    this.whose.textContent = `or ${tipster()?.name ?? "the tipster"}'s`;
  }

  hitsIn(store) {
    return this.hits.filter((hit) => hit.store === store);
  }

  async run(text, ifFound = "is-found") {
    this.input.value = text;
    const found = text.trim() ? await post("police-side/search", { text }) : null;
    this.text = text.trim();
    this.hits = found?.hits ?? [];
    this.verdict.hidden = !found;
    if (found) this.tell(found, ifFound);
    this.redraw();
  }

  tell(found, ifFound) {
    const clean = !found.hits.length;
    this.verdict.className = `verdict ${clean ? "is-clean" : ifFound}`;
    this.verdict.replaceChildren(...(clean ? notFound(found) : this.where(found)));
  }

  where(found) {
    const places = found.hits.slice(0, 8).map((hit) =>
      el("li", {}, el("button", { type: "button", onclick: () => this.show(hit) }, hit.store), ` ${hit.form}`));
    return [el("b", {}, `Found ${found.hits.length === 1 ? "once" : `${found.hits.length} times`} in ${found.rows} rows`), el("ul", {}, ...places)];
  }
}

function notFound(found) {
  const forms = found.forms > 1 ? `, in any of ${found.forms} spellings: in clear, spaced, reversed, Devanagari digits, hex, base64, hashes` : "";
  return [el("b", {}, `Not found in ${found.rows} rows of ${found.stores} stores${forms}.`), el("span", {}, found.text)];
}
