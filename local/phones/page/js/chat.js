/** The chat of a phone: its messages in order, a chip for each day, always at the newest. */

import { bubble } from "./bubble.js";
import { now } from "./clock.js";
import { el } from "./dom.js";
import { hint } from "./hints.js";

export class Chat {
  constructor(phone, acts) {
    this.phone = phone;
    this.acts = { ...acts, find: (id) => this.find(id) };
    this.messages = new Map(phone.messages.map((message) => [message.id, message]));
    this.element = el("div", {
      class: "chat", role: "log", tabindex: "0", "aria-label": `Chat of ${phone.name}`, "data-testid": "chat",
    });
    [this.atEnd, this.top] = [true, 0];
    this.element.addEventListener("scroll", () => this.scrolled());
    // A picture that arrives late, or a composer that grows, must not push the newest away.
    for (const kind of ["load", "loadedmetadata"]) this.element.addEventListener(kind, () => this.follow(), true);
    document.addEventListener("tick", () => { if (this.drawnOn !== today()) this.render(); });
    new ResizeObserver(() => this.follow()).observe(this.element);
    this.render();
  }

  get shown() {
    return [...this.messages.values()].filter(hasBubble);
  }

  put(message) {
    const isNew = !this.messages.has(message.id);
    this.messages.set(message.id, message);
    if (!hasBubble(message)) return;
    const old = this.element.querySelector(`[data-id="${CSS.escape(message.id)}"]`);
    if (isNew || !old) this.render();
    else old.replaceWith(this.drawn(message, old.classList.contains("is-first")));
    if (message.mine && isNew) this.toEnd();
  }

  render() {
    this.drawnOn = today();
    this.element.replaceChildren(el("p", { class: "notice" }, "A simulation. Nothing that is written here leaves this computer."));
    this.element.append(...this.lines());
    if (!this.shown.length) this.element.append(hint(this.phone, this.acts));
    this.follow();
  }

  lines() {
    const lines = [];
    let [day, before] = ["", null];
    for (const message of this.shown) {
      const fresh = dayOf(message.at * 1000);
      if (fresh !== day) lines.push(el("p", { class: "day" }, fresh));
      lines.push(this.drawn(message, fresh !== day || before?.mine !== message.mine));
      [day, before] = [fresh, message];
    }
    return lines;
  }

  drawn(message, first) {
    const answer = this.shown.find((one) => one.mine && one.quotes?.id === message.id);
    return bubble(message, { acts: this.acts, first, chosen: answer?.text });
  }

  find(id) {
    const element = this.element.querySelector(`[data-id="${CSS.escape(id)}"]`);
    element?.scrollIntoView({ block: "center", behavior: "smooth" });
  }

  /** Only a move upwards is the reader's own: growing content moves the end away by itself. */
  scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.element;
    if (scrollTop < this.top - 2) this.atEnd = false;
    if (scrollHeight - scrollTop - clientHeight < 40) this.atEnd = true;
    this.top = scrollTop;
  }

  follow() {
    if (this.atEnd) this.toEnd();
    else this.element.scrollTop = this.top;
  }

  toEnd() {
    this.atEnd = true;
    this.element.scrollTop = this.element.scrollHeight;
    this.top = this.element.scrollTop;
  }
}

/** What is said about another message shows on that one. */
const hasBubble = (message) => !["reaction", "edit", "revoke"].includes(message.type);
const today = () => new Date(now()).toDateString();

function dayOf(milliseconds) {
  const [day, today] = [new Date(milliseconds), new Date(now())];
  const apart = Math.round((today.setHours(0, 0, 0, 0) - new Date(day).setHours(0, 0, 0, 0)) / 864e5);
  if (apart === 0) return "Today";
  if (apart === 1) return "Yesterday";
  return day.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
}
