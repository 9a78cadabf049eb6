/** Photos, films, voice notes, files and pins inside a message. */

import { mediaUrl } from "./api.js";
import { el, icon } from "./dom.js";

export function mediaOf(message) {
  if (message.place) return place(message.place);
  const media = message.media;
  if (!media) return null;
  if (!media.held) return file(media, media.link || "#", media.link || "not kept");
  return (SHOWN[media.kind] ?? document_)(message, mediaUrl(message));
}

const SHOWN = {
  image: (message, src) => photo(message, src, "Photo"),
  sticker: (message, src) => photo(message, src, "Sticker"),
  video: (_message, src) => el("span", { class: "media" }, el("video", { src, controls: true, preload: "metadata", playsinline: true })),
  audio: (_message, src) =>
    el("span", { class: "voice" }, icon("mic"), el("audio", { src, controls: true, preload: "metadata", "aria-label": "Voice message" })),
};

function photo(message, src, alt) {
  const image = el("img", { src, alt: message.text || alt, loading: "lazy" });
  return el("a", { class: "media", href: src, target: "_blank", rel: "noopener" }, image);
}

const document_ = (message, src) => file(message.media, src, size(message.media.size));

function file(media, href, note) {
  return el(
    "a",
    { class: "file", href, target: "_blank", rel: "noopener", download: media.filename || "document" },
    icon("document"),
    el("span", {}, el("b", {}, media.filename || "Document"), el("small", {}, note)),
  );
}

function place([latitude, longitude]) {
  const where = `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
  return el("span", { class: "place" }, el("span", { class: "place-map" }, icon("pin")), el("small", {}, where));
}

const size = (bytes) => (bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`);
