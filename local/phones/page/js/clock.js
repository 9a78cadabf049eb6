/** The clock of the simulated WhatsApp: shown, and moved. */

import { post } from "./api.js";
import { el } from "./dom.js";

let offset = 0;

/** Milliseconds of the simulated time. */
export const now = () => Date.now() + offset * 1000;

export const timeOf = (milliseconds) =>
  new Date(milliseconds).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

export function setClock(clock) {
  offset = clock.offset;
  show();
}

export function startClock() {
  const jump = (hours) => () => post("clock", { hours });
  document.getElementById("clock").append(
    el("span", { class: "clock-time", id: "clock-time", "data-testid": "clock-time" }),
    el("button", { class: "pill", onclick: jump(0), title: "Back to this computer's time" }, "Now"),
    el("button", { class: "pill", onclick: jump(1), title: "Let an hour pass" }, "+1 h"),
    el("button", { class: "pill", onclick: jump(24), title: "Let a day pass: the 24-hour window closes" }, "+24 h"),
  );
  setInterval(show, 1000);
}

function show() {
  const day = new Date(now()).toLocaleDateString("en-GB", { weekday: "short", day: "numeric", month: "short" });
  const ahead = Math.round(offset / 3600);
  document.getElementById("clock-time").replaceChildren(
    `${day}, `, el("b", {}, timeOf(now())),
    ahead ? el("span", { class: "clock-ahead" }, `  ${ahead} h ahead`) : "",
  );
  for (const place of document.querySelectorAll("[data-time]")) place.textContent = timeOf(now());
  document.dispatchEvent(new Event("tick"));
}
