/** Opens the page: the state as it is, then every change as it comes. */

import { get } from "./api.js";
import { loadSamples } from "./attach.js";
import { setClock, startClock } from "./clock.js";
import { layDesk, putMessage, putPhone } from "./desk.js";
import { Police } from "./police.js";

startClock();
await loadSamples();
const police = new Police();
let known;

async function readAll() {
  const state = await get("state");
  setClock(state.clock);
  Object.entries(state.links).forEach(link);
  layDesk(state);
  police.stir();
}

function link([name, address]) {
  const link = document.getElementById(name);
  link.hidden = false;
  link.href = address;
}

function listen() {
  const events = new EventSource("/api/events");
  const on = (kind, act) => events.addEventListener(kind, (event) => act(JSON.parse(event.data)));
  on("hello", ({ world }) => { if ((known ??= world) === world) readAll(); else location.reload(); });
  on("message", (message) => { putMessage(message); police.stir(message); });
  on("phone", putPhone);
  on("clock", setClock);
}

document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.picker[open]")) if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") for (const menu of document.querySelectorAll("details.picker[open]")) menu.open = false;
});
listen();
