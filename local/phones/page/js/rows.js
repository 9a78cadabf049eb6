/** The rows of a store as cards; what a search found is marked. */

import { el } from "./dom.js";

const MOST = 200;

export function rowsOf(store, hits, text) {
  if (!store) return [el("p", { class: "rows-note" }, "Nothing is connected here yet.")];
  const note = store.note || (store.rows.length ? "" : "Empty.");
  const first = Math.max(0, store.rows.length - MOST);
  const cards = store.rows.slice(first).map((row, index) => card(row, first + index, hits, text));
  return [note ? el("p", { class: "rows-note" }, note) : null, ...cards.reverse()].filter(Boolean);
}

function card(row, number, hits, text) {
  const hit = hits.some((one) => one.row === number);
  const content = row && typeof row === "object" && !Array.isArray(row) ? fields(row, text) : el("pre", {}, ...marked(plain(row), text));
  return el("div", { class: `record ${hit ? "is-hit" : ""}`, "data-testid": "row-card", "data-row": String(number) }, content);
}

function fields(row, text) {
  const pairs = leaves(row).flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, ...marked(value, text))]);
  return el("dl", {}, ...pairs);
}

/** Every value with the path to it: a row reads as a list, however deep it is. */
function leaves(value, path = "") {
  if (!value || typeof value !== "object" || !Object.keys(value).length) return [[path, plain(value)]];
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) return [[path, value.join("\n")]];
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, path ? `${path}.${name}` : name));
}

const plain = (value) => (typeof value === "string" ? value : JSON.stringify(value));

function marked(words, text) {
  if (!text) return [words];
  const parts = words.split(new RegExp(`(${RegExp.escape?.(text) ?? text.replace(/[^\p{L}\p{N}]/gu, "\\$&")})`, "giu"));
  return parts.map((part, index) => (index % 2 ? el("mark", {}, part) : part));
}
