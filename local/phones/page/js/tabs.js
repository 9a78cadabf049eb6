/** On a narrow screen: one tab for each phone, and one for the police side. */

import { el, icon } from "./dom.js";

const news = new Set();

export function renderTabs(phones, show, add) {
  const tabs = [...phones.map((one) => [one.id, one.name]), ["police", "What is stored"]];
  document.getElementById("tabs").replaceChildren(
    ...tabs.map(([id, name]) => el("button", { class: `pill ${news.has(id) ? "has-news" : ""}`, role: "tab", type: "button", "data-tab": id, onclick: () => show(id) }, name)),
    el("button", { class: "pill", type: "button", "aria-label": "Add a tipster", "data-testid": "add-tab", onclick: add }, icon("plus")));
}

export function selectTab(id) {
  for (const tab of document.querySelectorAll("[role=tab][data-tab]")) {
    const isThis = tab.dataset.tab === id;
    tab.setAttribute("aria-selected", String(isThis));
    if (isThis) {
      news.delete(id);
      tab.classList.remove("has-news");
      tab.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  }
}

export function markNews(id) {
  news.add(id);
  document.querySelector(`[data-tab="${id}"]`)?.classList.add("has-news");
}
