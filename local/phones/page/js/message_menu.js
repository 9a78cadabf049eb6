/** What can be done about a message: answer it, react, correct one's own, delete it. */

import { el, icon } from "./dom.js";
import { sheet } from "./sheet.js";

const EMOJI = ["👍", "🙏", "❤️", "😮"];

export function messageMenu(from, message, acts) {
  const then = (act) => () => { close(); act(); };
  const emoji = (one) => el("button", { class: "emoji", type: "button", "data-testid": "react", onclick: then(() => acts.react(message, one)) }, one);
  const close = sheet(from, "Message", [
    message.mine ? null : el("div", { class: "emojis" }, ...EMOJI.map(emoji)),
    line("reply", "Reply", then(() => acts.quote(message))),
    message.mine && message.type === "text" ? line("pen", "Edit", then(() => acts.correct(message))) : null,
    message.mine ? line("bin", "Delete for everyone", then(() => acts.remove(message))) : null,
  ].filter(Boolean));
}

function line(name, label, act) {
  return el("button", { class: "menu-line", type: "button", "data-testid": `menu-${name}`, onclick: act }, icon(name), label);
}
