/** Where a person writes, attaches and records. */

import { attachments } from "./attach.js";
import { quote } from "./bubble.js";
import { el, icon } from "./dom.js";
import { Recorder } from "./recorder.js";

export class Composer {
  constructor(phone, acts) {
    this.acts = acts;
    this.quoted = null;
    this.corrected = null;
    this.input = el("textarea", {
      rows: "1", placeholder: "Message", "aria-label": "Message", "data-testid": "message-input", enterkeyhint: "send",
      onkeydown: (event) => this.keys(event), oninput: () => this.showMain(),
    });
    this.attach = el("button", {
      class: "round", type: "button", "aria-label": "Attach", "aria-haspopup": "dialog", "data-testid": "attach",
      onclick: () => attachments(this.attach, acts, phone),
    }, icon("clip"));
    this.main = el("button", { class: "round is-main", type: "button", onclick: () => this.press() });
    this.quoting = el("div", { class: "quoting", hidden: true });
    this.recorder = new Recorder((recording) => acts.file(recording, "audio"), () => this.showMain());
    this.element = el(
      "form",
      { class: "composer", "aria-label": `Write as ${phone.data.name}`, onsubmit: (event) => event.preventDefault() },
      this.quoting,
      el("div", { class: "composer-row" }, el("div", { class: "field" }, this.input, this.attach), this.main),
    );
    this.showMain();
  }

  quote(message) {
    this.corrected = null;
    this.show(message);
    this.quoted = message;
  }

  correct(message) {
    this.quoted = null;
    this.show(message);
    this.corrected = message;
    this.input.value = message.text;
    this.showMain();
  }

  show(message) {
    const words = message.text || message.header || { image: "Photo", video: "Video", audio: "Voice message" }[message.type] || message.type;
    this.quoting.replaceChildren(
      quote({ ...message, text: words }),
      el("button", { class: "round", type: "button", "aria-label": "Leave this message", onclick: () => this.unquote() }, icon("close")),
    );
    this.quoting.hidden = false;
    this.input.focus();
  }

  unquote() {
    [this.quoted, this.corrected] = [null, null];
    this.quoting.hidden = true;
  }

  keys(event) {
    if (event.key === "Escape") this.unquote();
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.send();
  }

  press() {
    if (this.recorder.running || !this.input.value.trim()) this.recorder.toggle();
    else this.send();
  }

  send() {
    const text = this.input.value.trim();
    if (!text) return;
    if (this.corrected) this.acts.edit(this.corrected, text);
    else this.acts.say(text, this.quoted?.id);
    this.input.value = "";
    this.unquote();
    this.showMain();
    this.input.focus();
  }

  showMain() {
    const writes = this.input.value.trim() !== "";
    const name = this.recorder.running ? "stop" : writes || !this.recorder.possible ? "send" : "mic";
    const label = { stop: "Stop and send the recording", send: "Send", mic: "Record a voice note" }[name];
    this.main.setAttribute("aria-label", label);
    this.main.classList.toggle("is-recording", this.recorder.running);
    this.main.replaceChildren(icon(name));
  }
}
