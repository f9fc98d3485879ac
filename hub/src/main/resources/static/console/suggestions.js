// SPDX-License-Identifier: Apache-2.0
// The search box: suggestions while typing, by mouse, keyboard and screen reader (the ARIA combobox pattern).
import { day, el } from "./dom.js";
import { ask } from "./session.js";

/** Areas and bodies before and after a reform often have one name: the day on which one ended tells them apart. */
const SUGGEST = `query Suggest($prefix: String!) { suggest(prefix: $prefix, first: 8) {
  text record { id ... on Area { validTo } ... on Organization { validTo } } } }`;
const PAUSE_MILLIS = 150;

export function suggestions(form, words, list) {
  let turn = 0;
  let timer;
  const options = () => [...list.children];
  const close = () => {
    turn++;
    clearTimeout(timer);
    list.hidden = true;
    words.setAttribute("aria-expanded", "false");
    words.removeAttribute("aria-activedescendant");
  };
  const search = () => {
    close();
    if (words.value.trim()) location.hash = "#/search/" + encodeURIComponent(words.value.trim());
  };
  const open = (id) => {
    close();
    location.hash = "#/record/" + encodeURIComponent(id);
  };
  const show = async () => {
    const prefix = words.value.trim();
    const mine = ++turn;
    if (prefix.length < 2) return close();
    const { suggest } = await ask(SUGGEST, { prefix });
    if (mine !== turn) return;
    list.replaceChildren(...suggest.map(({ text, record }, i) => el("li", { id: "suggestion-" + i, role: "option", "aria-selected": "false",
      "data-id": record.id, onmousedown: (event) => { event.preventDefault(); open(record.id); } }, text, record.validTo && el("span", { class: "meta" }, " đến " + day(record.validTo)))));
    list.hidden = !suggest.length;
    words.setAttribute("aria-expanded", String(!list.hidden));
    words.removeAttribute("aria-activedescendant");
  };
  const chosen = () => options().findIndex((option) => option.getAttribute("aria-selected") === "true");
  const move = (step) => {
    const now = chosen();
    const next = now < 0 ? (step > 0 ? 0 : options().length - 1) : (now + step + options().length) % options().length;
    options().forEach((option, i) => option.setAttribute("aria-selected", String(i === next)));
    words.setAttribute("aria-activedescendant", options()[next].id);
  };
  words.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => show().catch(close), PAUSE_MILLIS);
  });
  words.addEventListener("blur", close);
  words.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    else if (!list.hidden && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const now = list.hidden ? -1 : chosen();
    if (now < 0) search();
    else open(options()[now].dataset.id);
  });
}
