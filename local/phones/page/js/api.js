/** The page's calls to its server; a refusal is told in the toast. */

import { toast } from "./toast.js";

export async function get(path) {
  return answered(await fetch(`/api/${path}`));
}

export async function post(path, content = {}) {
  const body = content instanceof FormData ? content : JSON.stringify(content);
  const headers = content instanceof FormData ? {} : { "Content-Type": "application/json" };
  return answered(await fetch(`/api/${path}`, { method: "POST", body, headers }));
}

async function answered(response) {
  const content = await response.json().catch(() => ({}));
  if (!response.ok) toast(content.error ?? `That did not work (${response.status}).`);
  return content;
}

export const mediaUrl = (message) => `/api/media?of=${encodeURIComponent(message.id)}`;
