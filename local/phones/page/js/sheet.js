/** A sheet that slides up inside a phone; Escape, the cross and the dark part close it. */

import { el, icon } from "./dom.js";

/** Opens it in the phone that holds `from`; returns how to close it. */
export function sheet(from, title, content) {
  const opener = document.activeElement;
  const close = () => { back.remove(); opener?.focus?.(); };
  const back = el(
    "div",
    { class: "sheet-back", onclick: (event) => { if (event.target === back) close(); } },
    el(
      "div",
      { class: "sheet", role: "dialog", "aria-modal": true, "aria-label": title, "data-testid": "sheet", onkeydown: (event) => keys(event, close) },
      el("div", { class: "sheet-head" }, el("h3", {}, title),
        el("button", { class: "round", type: "button", "aria-label": "Close", onclick: close }, icon("close"))),
      el("div", { class: "sheet-body" }, ...content),
    ),
  );
  from.closest(".phone").append(back);
  (back.querySelector(".sheet-body button") ?? back.querySelector("button")).focus();
  return close;
}

function keys(event, close) {
  if (event.key === "Escape") close();
  if (event.key === "Tab") keepInside(event);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) { event.preventDefault(); move(event.currentTarget, step); }
}

function keepInside(event) {
  const all = [...event.currentTarget.querySelectorAll("button, input")];
  const [first, last] = [all[0], all.at(-1)];
  const edge = event.shiftKey ? first : last;
  if (document.activeElement !== edge) return;
  event.preventDefault();
  (event.shiftKey ? last : first).focus();
}

function move(within, step) {
  const all = [...within.querySelectorAll(".sheet-body button")];
  const next = all.indexOf(document.activeElement) + step;
  all[Math.max(0, Math.min(all.length - 1, next))]?.focus();
}
