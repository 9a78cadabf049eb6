/** WhatsApp's way of writing: *bold*, _italic_, ~struck~, `code`, and links. */

import { el } from "./dom.js";

const MARKS = { "*": "b", _: "em", "~": "s", "`": "code" };
const PATTERN = /(https?:\/\/[^\s]+)|(?<![\p{L}\p{N}])([*_~`])(?!\s)([^\n]+?)(?<!\s)\2(?![\p{L}\p{N}])/gu;

export function formatted(text) {
  const pieces = [];
  let rest = 0;
  for (const found of text.matchAll(PATTERN)) {
    pieces.push(text.slice(rest, found.index), link(found[1]) ?? el(MARKS[found[2]], {}, ...formatted(found[3])));
    rest = found.index + found[0].length;
  }
  return [...pieces, text.slice(rest)];
}

function link(address) {
  return address ? el("a", { href: address, target: "_blank", rel: "noreferrer noopener" }, address) : null;
}
