/** Which phones lie on the desk: one tipster at a time, and the officers that were picked. */

import { post } from "./api.js";
import { el } from "./dom.js";
import { officerHead, tipsterHead } from "./heads.js";
import { Phone } from "./phone.js";
import { markNews, renderTabs, selectTab } from "./tabs.js";

const phones = new Map();
const desk = { tipster: null, officers: new Set(), asked: new Set(), rang: new Set(), active: null };

export function layDesk(state) {
  for (const data of state.phones) putPhone(data);
  desk.tipster ??= tipsters()[0]?.data.id;
  if (!desk.officers.size) for (const one of foremost().slice(0, fitting())) desk.officers.add(one.data.id);
  desk.active ??= desk.tipster;
  render();
}

/** As many officers' phones as fit beside a tipster's; where each is a tab, there is no such limit. */
const isNarrow = () => window.innerWidth <= 760;
const fitting = () => (isNarrow() ? 3 : Math.max(1, Math.min(3, Math.floor((window.innerWidth - 140) / 325) - 1)));

export function putPhone(data) {
  const known = phones.get(data.id);
  if (known) return ringing(known, () => known.update(data));
  phones.set(data.id, new Phone(data));
  if (document.querySelector(".slot")) render();
}

export function putMessage(message) {
  const phone = phones.get(message.phone);
  if (phone) ringing(phone, () => phone.put(message));
}

/** Does what may bring a message in; if it did, the phone rings. */
function ringing(phone, act) {
  const before = phone.heard;
  act();
  if (phone.heard > before) ring(phone);
}

export const tipster = () => phones.get(desk.tipster)?.data;

const tipsters = () => [...phones.values()].filter((one) => !one.data.office);
const officers = () => [...phones.values()].filter((one) => one.data.office);
/** Those with the latest news first, then those whose phones lie on the desk from the start. */
const foremost = () => officers().toSorted((one, other) => other.latest - one.latest || other.data.onDesk - one.data.onDesk);
const picked = () => officers().filter((one) => desk.officers.has(one.data.id));

/** A message came in: the phone says so, or the place where it can be fetched. */
function ring(phone) {
  const { id, office } = phone.data;
  if (office && !desk.officers.has(id)) fetchPhone(id);
  if (id !== desk.active) markNews(id);
  if (desk.officers.has(id)) return phone.rings();
  if (id === desk.tipster || desk.rang.has(id)) return;
  desk.rang.add(id);
  drawHeads();
}

/** An officer who is rung takes the place of one who has nothing, if nobody asked for that one. */
function fetchPhone(id) {
  const idle = picked().findLast((one) => !one.latest && !desk.asked.has(one.data.id));
  if (!idle && !isNarrow()) return;
  desk.officers.delete(idle?.data.id);
  desk.officers.add(id);
  layOfficers();
}

function render() {
  const [one] = [phones.get(desk.tipster)].filter(Boolean);
  lay("tipsters", one ? [one] : []);
  layOfficers();
  show(desk.active);
}

function layOfficers() {
  lay("officers", picked(), "Pick the officers whose phones you want to see.");
  drawHeads();
  renderTabs([...tipsters(), ...picked()].map((phone) => phone.data), show, () => add(false));
  selectTab(desk.active);
}

function drawHeads() {
  const heads = {
    tipsters: tipsterHead(tipsters().map((one) => one.data), desk, { show, add }),
    officers: officerHead(officers().map((one) => one.data), desk, pick),
  };
  for (const [side, head] of Object.entries(heads)) {
    const place = document.getElementById(side);
    place.querySelector(".side-head")?.remove();
    place.prepend(head);
  }
}

function lay(side, some, empty = "") {
  const row = el("div", { class: "phones" }, ...some.map((one) => one.element));
  if (!some.length) row.append(el("p", { class: "desk-empty" }, empty));
  document.getElementById(side).replaceChildren(row);
  for (const one of some) one.chat.toEnd();
}

/** Shows a phone, or the police side, where there is room for one thing only. */
function show(id) {
  desk.active = id;
  desk.rang.delete(id);
  const chosen = phones.get(id)?.data;
  if (chosen && !chosen.office && id !== desk.tipster) { desk.tipster = id; return render(); }
  document.body.classList.toggle("on-police", id === "police");
  document.getElementById("police").classList.toggle("is-active", id === "police");
  for (const one of phones.values()) one.element.classList.toggle("is-active", one.data.id === id);
  selectTab(id);
  for (const one of phones.values()) one.readIfSeen();
  document.dispatchEvent(new CustomEvent("shown", { detail: id }));
}

async function add(hidesNumber) {
  const data = await post("phones", { hidesNumber });
  putPhone(data);
  show(data.id);
}

function pick(id, wanted, keepOpen) {
  desk.officers[wanted ? "add" : "delete"](id);
  desk.asked.add(id);
  desk.rang.delete(id);
  render();
  document.querySelector("[data-testid=pick-officers]").open = keepOpen;
}
