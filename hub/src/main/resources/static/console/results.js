// SPDX-License-Identifier: Apache-2.0
// The first page and the results of a search.
import { count, day, el, link, marked } from "./dom.js";
import { ask } from "./session.js";
import { schema, term } from "./schema.js";

const HITS = "edges { node { __typename id title sector date source updatedAt place { title } } highlights { field fragments } }";
const SEARCH = `query Search($query: String!, $where: SearchFilter, $first: Int!, $after: String) {
  search(query: $query, where: $where, facets: [SECTOR], first: $first, after: $after) {
    totalCount
    ${HITS}
    facets { field values { value label count } }
    pageInfo { hasNextPage endCursor } } }`;

/** What a sector is called. */
export async function sectorName(sector) {
  const value = (await schema()).get("Sector")?.fields.find((field) => field.name === sector);
  return term(value?.description) ?? sector;
}

async function hit({ node, highlights }) {
  const title = highlights.find((h) => h.field === "title" || h.field === "subject" || h.field === "name")?.fragments[0];
  const whole = title && title.replaceAll(/<\/?em>/g, "").length >= node.title.length ? marked(title) : [node.title];
  const fragments = highlights.filter((h) => !["title", "subject", "name", "fullName"].includes(h.field)).flatMap((h) => h.fragments);
  return el("li", { class: "hit" },
    el("p", { class: "kind" }, await sectorName(node.sector)),
    el("h2", {}, link(node, ...whole)),
    fragments.length > 0 && el("p", { class: "snippet" }, ...marked(fragments[0])),
    el("p", { class: "meta" }, [day(node.date), node.place?.title, "nguồn " + node.source, "cập nhật " + day(node.updatedAt)]
      .filter(Boolean).join(" · ")));
}

const hits = (edges) => Promise.all(edges.map(hit));
const sectors = (found) => found.facets.find((facet) => facet.values.length)?.values ?? [];
const searchAt = (query, sector) => "#/search/" + encodeURIComponent(query) + (sector ? "/" + encodeURIComponent(sector) : "");

/** What happens, the newest of each kind; areas, bodies and devices are what it happens to. */
const NEWS = "query News { " + ["Petition", "Document", "Dossier", "Mention", "FireHotspot"]
  .map((type) => `new${type}: search(query: "", where: { type: { eq: "${type}" } }, first: 2) { ${HITS} }`).join(" ") + " }";

/** The first page: how much there is of each sector, and what is newest. */
export async function home() {
  const [{ search: found }, newest] = await Promise.all([ask(SEARCH, { query: "", first: 1 }), ask(NEWS)]);
  const news = Object.values(newest).flatMap(({ edges }) => edges).sort((a, b) => b.node.date.localeCompare(a.node.date));
  const tiles = sectors(found).map(({ value, label, count: records }) => el("li", {},
    el("a", { class: "tile", href: searchAt("", value) }, el("span", { class: "figure" }, count(records)), el("span", {}, label))));
  return { title: "Tra cứu liên ngành", said: `${count(found.totalCount)} bản ghi`, nodes: [
    el("section", { class: "hero" },
      el("h1", {}, "Hôm nay cần tìm gì?"),
      el("p", {}, "Gõ vài từ, có dấu hay không dấu đều được: ",
        ...["trà giác đất lâm nghiệp", "87/TNMT"].flatMap((words, i) => [i ? " · " : "", el("a", { href: searchAt(words) }, words)]))),
    el("section", {}, el("h2", {}, "Theo lĩnh vực"), el("ul", { class: "tiles" }, ...tiles)),
    news.length > 0 && el("section", {}, el("h2", {}, "Mới nhất"), el("ol", { class: "hits" }, ...(await hits(news)))),
  ] };
}

/** The results of a search, narrowed to a sector when one is given. */
export async function results(query, sector) {
  const where = sector ? { sector: { eq: sector } } : null;
  const page = async (of, after) => (await ask(SEARCH, { query, where: of, first: 20, after })).search;
  const [found, all] = await Promise.all([page(where), sector ? page(null) : null]);
  const list = el("ol", { class: "hits", "aria-label": "Kết quả" }, ...(await hits(found.edges)));
  const total = `${count(found.totalCount)} kết quả` + (query ? ` cho “${query}”` : "");
  const facet = [{ value: "", label: "Tất cả", count: (all ?? found).totalCount }, ...sectors(all ?? found)]
    .map(({ value, label, count: records }) => el("li", {}, el("a",
      { href: searchAt(query, value), "aria-current": (sector ?? "") === value ? "true" : null },
      el("span", {}, label), el("span", { class: "count" }, count(records)))));
  return { title: query || (await sectorName(sector)), said: total, nodes: [
    el("h1", { class: "total" }, found.totalCount ? total : "Không tìm thấy"),
    found.totalCount + (all?.totalCount ?? 0) === 0
      ? el("div", { class: "card empty" }, el("p", {}, `Không có bản ghi nào mà anh/chị được xem khớp với “${query}”.`),
        el("p", {}, "Thử ít từ hơn, bỏ dấu, hoặc tìm theo số ký hiệu, tên xã, tên cơ quan."))
      : el("div", { class: "columns" },
        el("nav", { class: "facet", "aria-label": "Lĩnh vực" }, el("h2", {}, "Lĩnh vực"), el("ul", {}, ...facet)),
        el("div", {}, list, more(list, found.pageInfo, (after) => page(where, after)))),
  ] };
}

function more(list, { hasNextPage, endCursor }, page) {
  if (!hasNextPage) return null;
  let cursor = endCursor;
  const problem = el("span", { class: "problem", role: "alert" });
  const button = el("button", { type: "button", class: "quiet", onclick: async () => {
    button.disabled = true;
    try {
      const next = await page(cursor);
      const added = await hits(next.edges);
      list.append(...added);
      added[0]?.querySelector("a").focus();
      cursor = next.pageInfo.endCursor;
      button.hidden = !next.pageInfo.hasNextPage;
      problem.textContent = "";
    } catch (error) {
      problem.textContent = error.message || "Phiên làm việc đã hết hạn; xin tải lại trang.";
    }
    button.disabled = false;
  } }, "Xem thêm");
  return el("p", {}, button, " ", problem);
}
