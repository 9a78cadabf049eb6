/** What can be tapped under a message: buttons, a list that opens, a link, a place to send. */

import { el, icon } from "./dom.js";
import { sheet } from "./sheet.js";

export function optionsOf(message, acts, chosen) {
  if (!message.options.length) return null;
  const isList = message.options[0].kind === "row";
  const buttons = isList ? [listButton(message, acts, chosen)] : message.options.map((one) => button(message, one, acts, chosen));
  return el("span", { class: "options", role: "group", "aria-label": "Answers" }, ...buttons);
}

function button(message, option, acts, chosen) {
  if (option.kind === "link") return link(option);
  const tap = option.kind === "location" ? () => acts.place(message) : () => acts.tap(message, option);
  return el(
    "button",
    { class: `option ${chosen === option.title ? "is-chosen" : ""}`, type: "button", "data-testid": "option", onclick: tap },
    icon(option.kind === "location" ? "pin" : "reply"), option.title,
  );
}

function link(option) {
  const address = { href: option.url, target: "_blank", rel: "noreferrer noopener" };
  return el("a", { class: "option", "data-testid": "option", ...address }, icon("open"), option.title);
}

function listButton(message, acts) {
  return el(
    "button",
    { class: "option", type: "button", "data-testid": "open-list", "aria-haspopup": "dialog", onclick: (event) => openList(event.target, message, acts) },
    icon("list"), message.listButton,
  );
}

function openList(from, message, acts) {
  const rows = message.options.map((option) =>
    el(
      "button",
      { class: "row", type: "button", "data-testid": "row", onclick: () => { close(); acts.tap(message, option); } },
      el("span", {}, option.title), el("i", {}), option.description ? el("small", {}, option.description) : null,
    ),
  );
  const close = sheet(from, message.listButton, rows);
}
