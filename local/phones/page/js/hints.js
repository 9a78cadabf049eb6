/** What a first-time visitor may do on an empty phone. */

import { el } from "./dom.js";

export function hint(phone, acts) {
  if (phone.office) {
    return box("Nothing yet", `When a tip comes in for ${phone.office}, this phone rings.`);
  }
  const start = el("button", { type: "button", "data-testid": "say-hi", onclick: () => acts.say("Hi") }, "Say Hi");
  return box("Start here", "You are the tipster. Type Hi, or any word in Hindi or English, and follow the questions. Then the phones of the officers who get your tip ring.", start);
}

function box(title, words, ...more) {
  return el("div", { class: "hint", "data-testid": "hint" }, el("b", {}, title), el("p", {}, words), ...more);
}
