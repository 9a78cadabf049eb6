/** The small print of a message: its time, and how far it got. */

import { timeOf } from "./clock.js";
import { el, icon } from "./dom.js";

const TICKS = {
  sent: ["check", "", "Sent"],
  delivered: ["checks", "", "Delivered"],
  read: ["checks", "is-read", "Read"],
};

export function meta(message) {
  return el("span", { class: "meta" }, timeOf(message.at * 1000), ...tick(message));
}

function tick(message) {
  if (message.status === "failed") return [icon("failed", "is-failed"), hidden("Failed")];
  if (!message.mine || !TICKS[message.status]) return [];
  const [name, className, words] = TICKS[message.status];
  return [icon(name, className), hidden(words)];
}

const hidden = (words) => el("span", { class: "visually-hidden" }, words);
