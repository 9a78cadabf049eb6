/** The sheet of attachments: samples at hand, and files of one's own. */

import { get } from "./api.js";
import { el, icon } from "./dom.js";
import { placeSheet } from "./place.js";
import { sheet } from "./sheet.js";

let samples = [];

export async function loadSamples() {
  samples = await get("samples");
}

export function attachments(from, acts, phone) {
  const then = (act) => () => { close(); act(); };
  const close = sheet(from, "Attach", [
    el("p", { class: "attachments-title" }, "Samples"),
    el("div", { class: "attachments" }, ...samples.map((one) => sample(one, then(() => acts.sample(one.id)))), placeButton(then(() => placeSheet(from, acts)))),
    el("p", { class: "attachments-title" }, "From this computer"),
    el("div", { class: "attachments" },
      tile("camera", "Photo", "", then(() => pick("image/jpeg,image/png", "image", acts))),
      tile("video", "Video", "", then(() => pick("video/*", "video", acts))),
      tile("document", "Document", "bit for bit", then(() => pick("", "document", acts)))),
    el("p", { class: "attachments-title" }, "This phone"),
    el("div", { class: "attachments" },
      tile("power", phone.data.online ? "Switch off" : "Switch on", "no message gets through", then(() => phone.power()), "power"),
      tile("sim", "New SIM", "same number, other handset", then(acts.newSim), "new-sim")),
  ]);
}

const sample = (one, act) => tile(one.icon, one.label, one.hint, act, `sample-${one.id}`);
const placeButton = (act) => tile("pin", "Location", "a pin on the map", act, "sample-pin");

function tile(name, label, hint, act, testid) {
  return el(
    "button",
    { class: "attachment", type: "button", "data-icon": name, "data-testid": testid, onclick: act },
    el("span", {}, icon(name)), label, el("small", {}, hint),
  );
}

function pick(accept, kind, acts) {
  const input = el("input", { type: "file", accept, multiple: true });
  input.addEventListener("change", () => { for (const file of input.files) acts.file(file, kind); });
  input.click();
}
