/** What a phone's owner can do; each act is a call to the server. */

import { post } from "./api.js";
import { placeSheet } from "./place.js";

export function actsOf(phone, element) {
  const to = (name) => `phones/${phone.id}/${name}`;
  return {
    say: (text, quoting) => post(to("messages"), { text, quoting }),
    tap: (message, option) => post(to("taps"), { message: message.id, option: option.id || option.title }),
    pin: (place) => post(to("pins"), place),
    sample: (sample) => post(to("samples"), { sample }),
    react: (message, emoji) => post(to("reactions"), { message: message.id, emoji }),
    edit: (message, text) => post(to("edits"), { message: message.id, text }),
    remove: (message) => post(to("deletions"), { message: message.id }),
    power: (online) => post(to("power"), { online }),
    newSim: () => post(to("handset")),
    read: () => post(to("reads")),
    place: (message) => placeSheet(element(), actsOf(phone, element), message),
    file: (file, kind) => {
      const form = new FormData();
      form.append("kind", kind);
      form.append("file", file);
      return post(to("files"), form);
    },
  };
}
