// SPDX-License-Identifier: Apache-2.0
// Elements and Vietnamese ways of writing values. Text is always text, never markup.

/** An element with attributes (`on…` are listeners) and children; null, undefined, false and "" are left out. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false && child !== ""));
  return node;
}

const ENTITIES = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };

/** A fragment of a highlight: its <em> become elements, everything else is the text that was escaped for HTML. */
export function marked(fragment) {
  const text = (part) => part.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity]);
  return fragment.split(/<em>|<\/em>/).map((part, i) => (i % 2 ? el("mark", {}, text(part)) : text(part)));
}

export const link = (record, ...content) =>
  el("a", { href: "#/record/" + encodeURIComponent(record.id) }, ...(content.length ? content : [record.title]));

/** 2022-05-19 as 19/05/2022. */
export const day = (iso) => (iso ? iso.slice(0, 10).split("-").reverse().join("/") : "");

const MOMENT = new Intl.DateTimeFormat("vi-VN", {
  day: "2-digit", month: "2-digit", year: "numeric", hour: "2-digit", minute: "2-digit", timeZone: "Asia/Ho_Chi_Minh",
});
export const moment = (iso) => (iso ? MOMENT.format(new Date(iso)) : "");

const AGES = [["day", 86400], ["hour", 3600], ["minute", 60]];
/** How fresh a moment is: "2 giờ trước, 08:15 30/06/2026". */
export function age(iso) {
  const seconds = Math.max(0, (Date.now() - new Date(iso)) / 1000);
  const [unit, length] = AGES.find(([, size]) => seconds >= size) ?? ["minute", 60];
  return new Intl.RelativeTimeFormat("vi", { numeric: "auto" }).format(-Math.floor(seconds / length), unit) + ", " + moment(iso);
}

export const count = (number) => number.toLocaleString("vi-VN");
