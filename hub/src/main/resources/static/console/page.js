// SPDX-License-Identifier: Apache-2.0
// The page for leaders: sign in, search, read. It uses the public schema only; the address after # says what is shown.
import { el } from "./dom.js";
import { record } from "./record.js";
import { home, results } from "./results.js";
import { SignedOut, ask, finishSignIn, signIn, signOut, signedIn } from "./session.js";
import { suggestions } from "./suggestions.js";

const main = document.getElementById("main");
const form = document.getElementById("search");
const words = document.getElementById("words");
const status = document.getElementById("status");
const viewer = document.getElementById("viewer");

function welcome(note) {
  form.hidden = true;
  viewer.replaceChildren();
  document.title = "Đăng nhập · IOC";
  status.textContent = note ?? "";
  main.replaceChildren(el("section", { class: "card welcome" },
    el("h1", {}, "Một chỗ để tìm mọi lĩnh vực"),
    el("p", {}, "Văn bản, phản ánh của người dân, thủ tục và hồ sơ, y tế, giáo dục, cháy rừng, camera: tìm bằng vài từ, thấy được xuất xứ và các bản ghi liên quan."),
    note && el("p", { class: "notice" }, note),
    el("button", { type: "button", id: "sign-in", onclick: () => signIn() }, "Đăng nhập")));
}

async function greet() {
  const { viewer: who } = await ask("{ viewer { name } }");
  viewer.replaceChildren(el("span", { class: "meta" }, who.name), el("button", { type: "button", class: "quiet", onclick: signOut }, "Thoát"));
}

let turn = 0;
async function route() {
  if (!signedIn()) return welcome();
  const mine = ++turn;
  const [, page, first = "", second] = location.hash.split("/").map(decodeURIComponent);
  form.hidden = false;
  if (page === "search") words.value = first;
  main.setAttribute("aria-busy", "true");
  let shown;
  try {
    if (!viewer.hasChildNodes()) await greet();
    shown = await (page === "search" ? results(first, second) : page === "record" ? record(first) : home());
  } catch (error) {
    if (error instanceof SignedOut) return welcome("Phiên làm việc đã hết hạn. Xin đăng nhập lại để xem tiếp.");
    shown = { title: "Có lỗi", said: error.message, nodes: [el("div", { class: "card empty", role: "alert" },
      el("h1", {}, "Chưa xem được"), el("p", {}, error.message), el("button", { type: "button", onclick: route }, "Thử lại"))] };
  } finally {
    if (mine === turn) main.removeAttribute("aria-busy");
  }
  if (mine !== turn) return;
  document.title = shown.title + " · IOC";
  status.textContent = shown.said;
  main.replaceChildren(...shown.nodes.filter(Boolean));
  scrollTo(0, 0);
  if (document.activeElement !== words || page === "record") main.focus({ preventScroll: true });
}

document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});
suggestions(form, words, document.getElementById("suggestions"));
const arrived = await finishSignIn().catch(() => false);
addEventListener("hashchange", route);
if (arrived) await route();
else welcome("Đăng nhập không thành công. Xin thử lại.");
