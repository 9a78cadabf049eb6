/** What stands above the phones: who is shown, and how to get the others. */

import { el, icon } from "./dom.js";

export function tipsterHead(tipsters, desk, { show, add }) {
  const pills = tipsters.map(({ id, name }) =>
    el("button", { class: `pill ${desk.rang.has(id) ? "rang" : ""}`, type: "button", "aria-pressed": String(id === desk.tipster), onclick: () => show(id) }, name));
  return head("Tipster", el("div", { class: "pills" }, ...pills), el(
    "details", { class: "picker", "data-testid": "add-tipster" },
    el("summary", { class: "pill", "aria-label": "Add a tipster" }, icon("plus"), "Add"),
    el("div", { class: "picker-menu" },
      choice("Another tipster", "with a phone number", () => add(false), "add-with-number"),
      choice("Tipster with a username", "WhatsApp shows their number to no business", () => add(true), "add-with-username"))));
}

export function officerHead(officers, desk, pick) {
  const rang = officers.filter(({ id }) => desk.rang.has(id)).map(({ id, name }) =>
    el("button", { class: "pill rang", type: "button", "data-testid": "rang", onclick: () => pick(id, true, false) }, `${name} rang`));
  const items = officers.map(({ id, name, office }) =>
    el("label", { class: "picker-item" },
      el("input", { type: "checkbox", checked: desk.officers.has(id), onchange: (event) => pick(id, event.target.checked, true) }),
      el("span", {}, name, el("small", {}, office))));
  return head("Officers",
    el("details", { class: "picker", "data-testid": "pick-officers" },
      el("summary", { class: "pill" }, `${desk.officers.size} of ${items.length} phones`), el("div", { class: "picker-menu" }, ...items)),
    el("div", { class: "pills" }, ...rang));
}

const head = (title, ...content) => el("div", { class: "side-head" }, el("h2", { class: "side-title" }, title), ...content);

function choice(label, note, act, testid) {
  return el("button", { class: "picker-item", type: "button", "data-testid": testid, onclick: act }, el("span", {}, label, el("small", {}, note)));
}
