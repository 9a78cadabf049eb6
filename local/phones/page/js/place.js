/** A pin to send: a few places of the range, or coordinates. */

import { el } from "./dom.js";
import { sheet } from "./sheet.js";

const PLACES = [
  ["Brick kiln near Kerakat", 25.6372, 82.9116],
  ["Bus stand, Jaunpur", 25.7464, 82.6837],
  ["Ghat at Zamania", 25.4319, 83.5562],
  ["Forest edge, Naugarh", 24.9903, 83.2634],
];

export function placeSheet(from, acts, message) {
  const rows = PLACES.map(([name, latitude, longitude]) =>
    el(
      "button",
      { class: "row", type: "button", "data-testid": "place", onclick: () => { close(); acts.pin({ name, latitude, longitude, quoting: message?.id }); } },
      el("span", {}, name), el("i", {}), el("small", {}, `${latitude}, ${longitude}`),
    ),
  );
  const close = sheet(from, "Send a location", rows);
}
