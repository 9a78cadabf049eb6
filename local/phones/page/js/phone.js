/** A phone on the desk: whose it is, the chat, the composer. */

import { actsOf } from "./acts.js";
import { Chat } from "./chat.js";
import { now, timeOf } from "./clock.js";
import { Composer } from "./composer.js";
import { el, icon } from "./dom.js";

const DAY = 864e5;

/** The phone in the visitor's hand. */
let held = null;

export class Phone {
  constructor(data) {
    this.data = data;
    const acts = { ...actsOf(data, () => this.chat.element), quote: (message) => this.composer.quote(message), correct: (message) => this.composer.correct(message) };
    this.acts = acts;
    this.chat = new Chat(data, acts);
    this.composer = new Composer(this, acts);
    this.window = el("span", { class: "owner-window", "data-testid": "window" });
    this.under = el("small", {});
    this.element = el("div", { class: "slot", "data-testid": "phone", "data-phone": data.id, "data-name": data.name, role: "region", "aria-label": `Phone of ${data.name}` },
      this.owner(), el("div", { class: "phone" }, top(), this.head(), this.chat.element, this.composer.element));
    this.element.classList.toggle("is-off", !data.online);
    this.typing(data.typing);
    this.showWindow();
    document.addEventListener("tick", () => this.showWindow());
    for (const kind of ["pointerdown", "focusin"]) this.element.addEventListener(kind, () => this.taken());
  }

  /** When the last message came or went, in Unix seconds; 0 where there is none. */
  get latest() {
    return this.chat.shown.at(-1)?.at ?? 0;
  }

  /** How many messages ever came in. */
  get heard() {
    return this.chat.shown.filter((one) => !one.mine).length;
  }

  update(data) {
    this.typing(data.typing);
    for (const message of data.messages) this.chat.put(message);
    this.showWindow();
    this.readIfSeen();
  }

  put(message) {
    this.chat.put(message);
    if (!message.mine) this.typing(false);
    this.showWindow();
    this.readIfSeen();
  }

  /** A message came in: the phone rings, and stays marked until somebody takes it. */
  rings() {
    if (held === this) return;
    this.element.classList.remove("is-ringing");
    requestAnimationFrame(() => this.element.classList.add("is-ringing"));
  }

  taken() {
    held = this;
    this.element.classList.remove("is-ringing");
  }

  /** A phone that is off gets what was sent meanwhile when it is switched on. */
  power() {
    this.data.online = !this.data.online;
    this.element.classList.toggle("is-off", !this.data.online);
    return this.acts.power(this.data.online);
  }

  /** Whoever has the chat before their eyes has read it. */
  readIfSeen() {
    const unread = this.chat.shown.some((one) => !one.mine && one.status === "delivered");
    if (unread && document.visibilityState === "visible" && this.element.offsetParent) this.acts.read();
  }

  typing(isTyping) {
    clearTimeout(this.typingTimer);
    this.under.textContent = isTyping ? "typing…" : "Business account";
    this.under.classList.toggle("is-typing", isTyping);
    if (isTyping) this.typingTimer = setTimeout(() => this.typing(false), 25000);
  }

  /** The 24 hours in which the business may write freely. */
  showWindow() {
    const last = Math.max(0, ...this.chat.shown.filter((one) => one.mine).map((one) => one.at * 1000));
    const left = last + DAY - now();
    this.window.classList.toggle("is-open", left > 0);
    this.window.textContent = left > 0 ? `window open ${remaining(left)}` : "window closed";
    this.window.title = "WhatsApp lets a business write freely for 24 hours after a person's last message. After that only approved templates pass.";
  }

  owner() {
    const { name, office, number, username } = this.data;
    const known = office ?? (username ? `@${username}` : `+${number.slice(0, 2)} ${number.slice(2, 7)} ${number.slice(7)}`);
    return el("header", { class: "owner" }, el("span", { class: "owner-name" }, name),
      el("span", { class: "owner-office", title: office ? "" : username ? "shows no number to the business" : "the number that must never be found" }, known), this.window);
  }

  head() {
    return el("div", { class: "phone-head" }, el("span", { class: "avatar" }, icon("shield")),
      el("span", { class: "phone-title" }, el("b", {}, this.data.business), this.under));
  }
}

const top = () => el("div", { class: "phone-top", "aria-hidden": "true" }, el("span", { "data-time": "" }, timeOf(now())), el("i", {}));
const remaining = (left) => (left > 36e5 ? `${Math.ceil(left / 36e5)} h` : `${Math.ceil(left / 6e4)} min`);
