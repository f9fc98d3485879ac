// SPDX-License-Identifier: Apache-2.0
// One record of any type: its fields by what the public schema says of the type, its source and its neighbours.
import { age, count, day, el, link, moment } from "./dom.js";
import { ask } from "./session.js";
import { schema, term } from "./schema.js";
import { sectorName } from "./results.js";

const COMMON = "__typename id title sector date updatedAt source audience flags place { id title } placeNow { id title } provenance { stream observedAt }";
const NEIGHBOURS = "query Neighbours($id: ID!) { node(id: $id) { related(first: 3) { link type sector direction count records { id title date } } } }";
/** Which way a link points, seen from the record. */
const DIRECTIONS = { OUT: "Bản ghi này dẫn tới", IN: "Dẫn tới bản ghi này" };
const AUDIENCES = { PUBLIC: "Công khai", INTERNAL: "Nội bộ", RESTRICTED: "Hạn chế" };
/** Ways back, which the schema names by the way there only. */
const BACK = {
  responses: "Văn bản phúc đáp văn bản này", replacedBy: "Bị thay thế bởi", revokedBy: "Bị thu hồi bởi", updatedBy: "Được cập nhật bởi",
  answeredPetitions: "Phản ánh được văn bản này trả lời", receivedDocuments: "Văn bản nhận được", documents: "Văn bản", units: "Đơn vị trực thuộc",
  parts: "Đơn vị hành chính trực thuộc", successors: "Đơn vị kế thừa", steers: "Báo cáo thực hiện chỉ đạo", statuses: "Quá trình xử lý văn bản",
  replies: "Trả lời phản ánh",
};
const SCALARS = new Set(["String", "Int", "Float", "Boolean", "ID", "Date", "DateTime"]);

const isRecord = (types, name) => types.get(name)?.interfaces.includes("Record") ?? false;

/** What to select of a field; null when this page has no way to show it. */
function selection(types, field) {
  if (field.needsArguments) return null;
  if (SCALARS.has(field.type) || types.get(field.type)?.kind === "enum") return field.name;
  if (field.type === "Code") return `${field.name} { label }`;
  if (field.type === "GeoPoint") return `${field.name} { latitude longitude }`;
  return isRecord(types, field.type) && !field.list ? `${field.name} { id title }` : null;
}

function shown(types, field, value) {
  if (value === null || value === "" || value?.length === 0) return null;
  if (Array.isArray(value)) return el("ul", {}, ...value.map((item) => el("li", {}, shown(types, field, item))));
  switch (field.type) {
    case "Date": return day(value);
    case "DateTime": return moment(value);
    case "Boolean": return value ? "Có" : "Không";
    case "Code": return value.label;
    case "GeoPoint": return `${value.latitude.toFixed(5)}, ${value.longitude.toFixed(5)}`;
    case "Int": case "Float": return value.toLocaleString("vi-VN");
    default: return value.id ? link(value) : types.get(field.type)?.kind === "enum"
      ? term(types.get(field.type).fields.find((f) => f.name === value)?.description) ?? value : String(value);
  }
}

const row = (name, value) => value && el("div", {}, el("dt", {}, name), el("dd", {}, value));
const label = (field) => term(field.description) ?? field.name;

/** The page of a record; one for "not there or not for you" when it is absent or hidden. */
export async function record(id) {
  const types = await schema();
  const common = new Set(types.get("Record").fields.map((field) => field.name));
  const type = id.split(":")[0];
  const own = (types.get(type)?.fields ?? []).filter((field) => !common.has(field.name));
  const plain = own.filter((field) => selection(types, field));
  const details = plain.length ? `... on ${type} { ${plain.map((field) => selection(types, field)).join(" ")} }` : "";
  const { node } = await ask(`query Record($id: ID!) { node(id: $id) { ${COMMON} ${details} } }`, { id });
  if (!node) {
    return { title: "Không có bản ghi", said: "Không có bản ghi này", nodes: [el("div", { class: "card empty" },
      el("h1", {}, "Không có bản ghi này"), el("p", {}, "Bản ghi không tồn tại, hoặc anh/chị không có quyền xem."),
      el("p", {}, el("a", { href: "#/" }, "Về trang đầu")))] };
  }
  const title = plain.find((field) => node[field.name] === node.title);
  const neighbours = el("section", { class: "neighbours", "aria-label": "Liên quan" });
  fill(neighbours, types.get(type)?.fields ?? [], id);
  return { title: node.title, said: node.title, nodes: [
    el("p", { class: "kind" }, await sectorName(node.sector)),
    el("h1", {}, node.title),
    node.flags.length > 0 && el("p", { class: "notice" }, "Cần lưu ý: dữ liệu nguồn không đạt kiểm tra ", el("strong", {}, node.flags.join(", ")), "."),
    el("div", { class: "columns wide" },
      el("div", {},
        el("dl", { class: "card fields" }, ...plain.filter((field) => field !== title).map((field) => row(label(field), shown(types, field, node[field.name])))),
        neighbours),
      el("aside", { class: "card", "aria-label": "Xuất xứ" }, el("h2", {}, "Xuất xứ"), el("dl", {},
        row("Nguồn", node.source + (node.provenance ? " · " + node.provenance.stream : "")),
        row("Nguồn ghi nhận", node.provenance && el("time", { datetime: node.provenance.observedAt }, moment(node.provenance.observedAt))),
        row("Hệ thống cập nhật", el("time", { datetime: node.updatedAt }, age(node.updatedAt))),
        row("Ngày của bản ghi", !UNDATED.has(node.sector) && day(node.date)), row("Địa bàn khi đó", node.place && link(node.place)),
        row("Địa bàn hiện nay", node.placeNow && link(node.placeNow)), row("Phạm vi", AUDIENCES[node.audience]),
        row("Mã trong hệ thống", node.id)))),
  ] };
}

/** Areas and bodies have no date of their own, only the day on which they were last heard of. */
const UNDATED = new Set(["TERRITORY", "ORGANIZATIONS"]);

/** The neighbours over one link: what the link is called, of which sector they are, how many there are, and the first of them. */
async function neighbour(fields, { link: name, type, sector, count: all, records }) {
  return el("div", { class: "card", "data-link": type },
    el("h4", {}, BACK[name] ?? term(fields.find((field) => field.name === name)?.description) ?? name, " ", el("span", { class: "count" }, count(all))),
    el("p", { class: "meta" }, await sectorName(sector)),
    el("ul", {}, ...records.map((other) => el("li", {}, link(other), " ", !UNDATED.has(sector) && el("span", { class: "meta" }, day(other.date))))),
    all > records.length && el("p", { class: "meta" }, `và ${count(all - records.length)} bản ghi nữa`));
}

async function fill(section, fields, id) {
  const heading = el("h2", {}, "Liên quan");
  section.append(heading, el("p", { class: "meta" }, "Đang tìm…"));
  try {
    const related = (await ask(NEIGHBOURS, { id })).node?.related ?? [];
    const sides = await Promise.all(Object.entries(DIRECTIONS).map(async ([direction, name]) => {
      const there = related.filter((of) => of.direction === direction);
      return there.length > 0 && el("section", { "aria-label": name },
        el("h3", {}, name), ...(await Promise.all(there.map((of) => neighbour(fields, of)))));
    }));
    section.replaceChildren(heading, ...(related.length ? sides.filter(Boolean) : [el("p", { class: "meta" }, "Không có bản ghi liên quan.")]));
  } catch (error) {
    section.replaceChildren(heading, el("p", { class: "problem", role: "alert" }, error.message || "Phiên làm việc đã hết hạn; xin tải lại trang."));
  }
}
