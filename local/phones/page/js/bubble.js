/** A message as the phone shows it. */

import { el, icon } from "./dom.js";
import { mediaOf } from "./media.js";
import { messageMenu } from "./message_menu.js";
import { meta } from "./meta.js";
import { optionsOf } from "./options.js";
import { formatted } from "./words.js";

export function bubble(message, { acts, first, chosen }) {
  const parts = { mine: message.mine, first, failed: message.status === "failed", sticker: message.type === "sticker" };
  const states = Object.keys(parts).filter((name) => parts[name]).map((name) => `is-${name}`);
  if (message.options.length) states.push("has-options");
  if (message.reactions.length) states.push("has-reactions");
  return el(
    "article",
    {
      class: `message ${states.join(" ")}`, "data-testid": "message", "data-id": message.id, "data-type": message.type,
      "data-status": message.status, "data-mine": String(message.mine), "data-template": message.template || undefined,
    },
    el("div", { class: "stack" }, body(message, acts), failure(message), optionsOf(message, acts, chosen), mark(message), reactions(message)),
    message.deleted ? null : el("button", {
      class: "more", type: "button", "aria-label": "Reply, react and more", "aria-haspopup": "dialog", "data-testid": "more",
      onclick: (event) => messageMenu(event.currentTarget, message, acts),
    }, icon("more")),
  );
}

function body(message, acts) {
  if (message.deleted) return el("div", { class: "bubble is-deleted", "data-testid": "bubble" }, "You deleted this message", meta(message));
  return el(
    "div",
    { class: "bubble", "data-testid": "bubble" },
    message.quotes ? quote(message.quotes, acts.find) : null,
    mediaOf(message),
    message.header ? el("div", { class: "bubble-header" }, message.header) : null,
    message.text ? el("span", { class: "bubble-text" }, ...formatted(message.text)) : null,
    message.footer ? el("div", { class: "bubble-footer" }, message.footer) : null,
    meta(message),
  );
}

export function quote(quoted, find) {
  const author = quoted.mine ? "You" : "Satark Mitra";
  return el("button", { class: "quote", type: "button", onclick: () => find?.(quoted.id) }, el("b", {}, author), el("span", {}, ...formatted(quoted.text)));
}

function failure(message) {
  if (!message.error) return null;
  return el("p", { class: "failure", "data-testid": "failure" }, `Not delivered: ${message.error.title} (${message.error.code})`);
}

const mark = (message) =>
  message.template ? el("span", { class: "template-mark" }, `template ${message.template}`) : null;

const reactions = (message) =>
  message.reactions.length ? el("span", { class: "reactions", "aria-label": "Reactions" }, message.reactions.join("")) : null;
