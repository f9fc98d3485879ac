// SPDX-License-Identifier: Apache-2.0
// The page for leaders: sign in, search, read. It uses the public schema only and keeps its token in memory and in this tab.

const CLIENT = "console";
const SECTORS = {
  TERRITORY: "Địa bàn", ORGANIZATIONS: "Cơ quan", DOCUMENTS: "Văn bản", PETITIONS: "Phản ánh, kiến nghị", SOCIAL: "Mạng xã hội",
  PUBLIC_SERVICES: "Dịch vụ công", HEALTH: "Y tế", EDUCATION: "Giáo dục", FIRE: "Cháy rừng", CAMERAS: "Camera",
  REFORM: "Cải cách hành chính", PEOPLE: "Công dân",
};
const main = document.getElementById("main");
const form = document.getElementById("search");
const words = document.getElementById("words");
const list = document.getElementById("suggestions");

/** An element with attributes and children; text is always text, never markup. */
function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value);
  }
  node.append(...children.filter((c) => c !== null && c !== undefined && c !== ""));
  return node;
}

/** A highlighted fragment, escaped for HTML: <em> marks become elements, everything else is text again. */
const ENTITIES = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };
function marked(fragment) {
  const text = (part) => part.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity]);
  return fragment.split(/<em>|<\/em>/).map((part, i) => (i % 2 ? el("em", {}, text(part)) : text(part)));
}

// --- signing in: authorization code with PKCE -----------------------------------------------------------------------

const base64url = (bytes) => btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

async function signIn() {
  const verifier = base64url(crypto.getRandomValues(new Uint8Array(32)));
  const state = base64url(crypto.getRandomValues(new Uint8Array(16)));
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  sessionStorage.setItem("pkce", JSON.stringify({ verifier, state, back: location.hash }));
  location.assign("/oauth2/authorize?" + new URLSearchParams({
    response_type: "code", client_id: CLIENT, scope: "hub", redirect_uri: location.origin + "/", state,
    code_challenge: base64url(new Uint8Array(digest)), code_challenge_method: "S256",
  }));
}

async function finishSignIn() {
  const query = new URLSearchParams(location.search);
  if (!query.has("code")) return;
  const pending = JSON.parse(sessionStorage.getItem("pkce") ?? "{}");
  sessionStorage.removeItem("pkce");
  history.replaceState(null, "", "/" + (pending.back ?? ""));
  if (!pending.state || pending.state !== query.get("state")) return;
  const answer = await fetch("/oauth2/token", {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code", client_id: CLIENT, code: query.get("code"),
      redirect_uri: location.origin + "/", code_verifier: pending.verifier,
    }),
  });
  if (answer.ok) sessionStorage.setItem("token", (await answer.json()).access_token);
}

function signOut() {
  sessionStorage.removeItem("token");
  location.assign("/logout");
}

// --- asking -------------------------------------------------------------------------------------------------------------

async function ask(query, variables = {}) {
  const answer = await fetch("/graphql", {
    method: "POST",
    headers: {
      "Content-Type": "application/json", Accept: "application/graphql-response+json",
      Authorization: "Bearer " + sessionStorage.getItem("token"),
    },
    body: JSON.stringify({ query, variables }),
  });
  if (answer.status === 401) {
    sessionStorage.removeItem("token");
    welcome("Phiên làm việc đã hết hạn.");
    throw new Error("signed out");
  }
  const body = await answer.json();
  if (body.errors?.length) throw new Error(say(body.errors[0]));
  return body.data;
}

function say(error) {
  switch (error.extensions?.code) {
    case "SEARCH_UNAVAILABLE": return "Tìm kiếm đang tạm ngừng; dữ liệu vẫn an toàn. Hãy thử lại sau ít phút.";
    case "GRAPH_UNAVAILABLE": return "Kho dữ liệu đang tạm ngừng. Hãy thử lại sau ít phút.";
    case "RATE_LIMITED": return "Bạn hỏi quá nhanh. Hãy đợi một chút rồi thử lại.";
    default: return "Không thực hiện được: " + error.message;
  }
}

const date = (iso) => (iso ? iso.slice(0, 10).split("-").reverse().join("/") : "");

// --- pages ----------------------------------------------------------------------------------------------------------------

function welcome(note = "") {
  form.hidden = true;
  main.replaceChildren(el("article", {},
    el("h2", {}, "Một chỗ để tìm mọi lĩnh vực"),
    el("p", {}, note || "Đăng nhập để tìm văn bản, phản ánh của người dân, hồ sơ, trường học, trạm y tế, điểm cháy và camera."),
    el("button", { type: "button", id: "sign-in", onclick: signIn }, "Đăng nhập")));
}

const SEARCH = `query Search($query: String!, $where: SearchFilter, $after: String) {
  search(query: $query, where: $where, facets: [SECTOR], first: 20, after: $after) {
    totalCount
    edges { node { __typename id title sector date source place { title } } highlights { field fragments } }
    facets { field values { value count } }
    pageInfo { hasNextPage endCursor }
  } }`;

function hit({ node, highlights }) {
  const fragments = highlights.filter((h) => h.field !== "title").flatMap((h) => h.fragments).slice(0, 2);
  const title = highlights.find((h) => h.field === "title")?.fragments[0] ?? node.title;
  return el("article", {},
    el("h2", {}, el("a", { href: "#/record/" + encodeURIComponent(node.id) }, ...marked(title))),
    el("p", { class: "meta" }, el("span", { class: "sector" }, SECTORS[node.sector] ?? node.sector),
      ` · ${date(node.date)}`, node.place ? ` · ${node.place.title}` : "", ` · nguồn ${node.source}`),
    ...fragments.map((f) => el("p", { class: "snippet" }, ...marked(f))));
}

async function results(query, sector) {
  const where = sector ? { sector: { eq: sector } } : null;
  const show = async (after) => (await ask(SEARCH, { query, where, after })).search;
  const found = await show(null);
  const hits = el("section", { "aria-label": "Kết quả" }, ...found.edges.map(hit));
  const more = el("button", { type: "button", class: "plain", hidden: found.pageInfo.hasNextPage ? null : "" }, "Xem thêm");
  let cursor = found.pageInfo.endCursor;
  more.addEventListener("click", async () => {
    const next = await show(cursor);
    hits.append(...next.edges.map(hit));
    cursor = next.pageInfo.endCursor;
    more.hidden = !next.pageInfo.hasNextPage;
  });
  const values = found.facets.find((f) => f.field === "SECTOR" || f.field === "sector")?.values ?? [];
  const go = (value) => { location.hash = "#/search/" + encodeURIComponent(query) + (value ? "/" + value : ""); };
  main.replaceChildren(
    el("p", { class: "meta", id: "count" }, found.totalCount ? `${found.totalCount} kết quả cho “${query}”` : `Không có kết quả nào cho “${query}”`),
    el("div", { class: "columns" },
      el("aside", {}, el("h2", {}, "Lĩnh vực"), el("ul", {},
        el("li", {}, el("button", { type: "button", "aria-pressed": String(!sector), onclick: () => go("") }, "Tất cả")),
        ...values.map(({ value, count }) => el("li", {}, el("button",
          { type: "button", "aria-pressed": String(sector === value), onclick: () => go(value) },
          SECTORS[value] ?? value, el("span", { class: "count" }, String(count))))))),
      el("div", {}, hits, more)));
}

const RECORD = `query Record($id: ID!) { node(id: $id) {
  __typename id title sector date source updatedAt flags place { id title } placeNow { id title } } }`;

async function record(id) {
  const { node } = await ask(RECORD, { id });
  if (!node) {
    main.replaceChildren(el("p", {}, "Không có bản ghi này, hoặc bạn không có quyền xem."));
    return;
  }
  const row = (name, ...value) => (value.some(Boolean) ? el("tr", {}, el("th", { scope: "row" }, name), el("td", {}, ...value)) : "");
  const link = (area) => area && el("a", { href: "#/record/" + encodeURIComponent(area.id) }, area.title);
  main.replaceChildren(
    el("p", { class: "meta" }, el("span", { class: "sector" }, SECTORS[node.sector] ?? node.sector), ` · ${node.id}`),
    el("h1", {}, node.title),
    el("table", {}, el("tbody", {},
      row("Ngày", date(node.date)), row("Địa bàn khi đó", link(node.place)), row("Địa bàn hiện nay", link(node.placeNow)),
      row("Nguồn", node.source), row("Cập nhật", new Date(node.updatedAt).toLocaleString("vi-VN")),
      row("Lưu ý", node.flags.join(", ")))));
}

// --- suggestions ------------------------------------------------------------------------------------------------------------

let asked = 0;
async function suggest() {
  const prefix = words.value.trim();
  const turn = ++asked;
  if (prefix.length < 2) return close();
  const { suggest: found } = await ask("query Suggest($prefix: String!) { suggest(prefix: $prefix, first: 8) { text } }", { prefix });
  if (turn !== asked) return;
  list.replaceChildren(...found.map(({ text }) => el("li", { role: "option", "aria-selected": "false", onmousedown: (e) => {
    e.preventDefault(); words.value = text; submit(); } }, text)));
  list.hidden = !found.length;
  words.setAttribute("aria-expanded", String(!list.hidden));
}
function close() {
  list.hidden = true;
  words.setAttribute("aria-expanded", "false");
}
function move(step) {
  const options = [...list.children];
  const now = options.findIndex((o) => o.getAttribute("aria-selected") === "true");
  const next = (now + step + options.length) % options.length;
  options.forEach((o, i) => o.setAttribute("aria-selected", String(i === next)));
  words.value = options[next].textContent;
}
function submit() {
  close();
  asked++;
  if (words.value.trim()) location.hash = "#/search/" + encodeURIComponent(words.value.trim());
}
let timer;
words.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(() => suggest().catch(close), 120); });
words.addEventListener("blur", close);
words.addEventListener("keydown", (e) => {
  if (!list.hidden && (e.key === "ArrowDown" || e.key === "ArrowUp")) { e.preventDefault(); move(e.key === "ArrowDown" ? 1 : -1); }
  if (e.key === "Escape") close();
});
form.addEventListener("submit", (e) => { e.preventDefault(); submit(); });

// --- where we are -------------------------------------------------------------------------------------------------------------

async function route() {
  if (!sessionStorage.getItem("token")) return welcome();
  form.hidden = false;
  const [, page, first, second] = location.hash.split("/").map(decodeURIComponent);
  try {
    if (page === "search") { words.value = first; await results(first, second); }
    else if (page === "record") await record(first);
    else main.replaceChildren(el("p", { class: "meta" }, "Gõ vài từ, có dấu hay không dấu đều được: “trà giác đất lâm nghiệp”, “45/QĐ-UBND”."));
  } catch (error) {
    if (error.message !== "signed out") main.replaceChildren(el("p", { class: "error", role: "alert" }, error.message));
  }
}

await finishSignIn();
if (sessionStorage.getItem("token")) {
  const { viewer } = await ask("{ viewer { name roles } }").catch(() => ({ viewer: null }));
  if (viewer) document.getElementById("who").append(viewer.name, " ", el("button", { type: "button", class: "plain", onclick: signOut }, "Thoát"));
}
addEventListener("hashchange", route);
await route();
