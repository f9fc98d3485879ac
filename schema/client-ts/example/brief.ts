// SPDX-License-Identifier: Apache-2.0
// Prints the daily brief of a day: ADDRESS and TOKEN in the environment, the day as argument (today's when absent).
import process from "node:process";
import { DailyBriefDocument, day, Hub, HubError, type Moment } from "../src/index.js";

const DAY_MILLIS = 24 * 60 * 60 * 1000;
const today = day(process.argv[2] ?? new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date()));
const yesterday = day(new Date(Date.parse(today) - DAY_MILLIS).toISOString().slice(0, 10));
const midnight = (of: typeof today): Moment => `${of}T00:00:00+07:00`;

const hub = new Hub({
  address: process.env["ADDRESS"] ?? "http://localhost:8080",
  token: () => process.env["TOKEN"] ?? "",
});
try {
  const brief = await hub.ask(DailyBriefDocument, {
    today, todayStarts: midnight(today), yesterday, yesterdayStarts: midnight(yesterday),
  });
  console.log(`Bản tin ngày ${today}`);
  console.log(`Phản ánh quá hạn: ${brief.overduePetitions.totalCount}`);
  for (const { count, key } of brief.overdueDossiers) {
    console.log(`Hồ sơ quá hạn: ${count} · ${key.agency?.name ?? "chưa rõ cơ quan"}`);
  }
  for (const { node } of brief.overdueDocuments.edges) {
    console.log(`Văn bản quá hạn: ${node.number} · ${node.dueOn ?? ""} · ${node.subject}`);
  }
  console.log(`Camera không hoạt động: ${brief.camerasDown.edges.map(({ node }) => node.name).join(", ")}`);
} catch (problem) {
  if (!(problem instanceof HubError)) throw problem;
  console.error(`${problem.code}: ${problem.message}`);
  process.exitCode = 1;
} finally {
  await hub.close();
}
