// SPDX-License-Identifier: Apache-2.0
// Keeps the list of cameras up to date and prints each change: ADDRESS and TOKEN in the environment; as arguments how many changes
// to wait for (no end when absent) and the cursor to begin at (now when absent).
import process from "node:process";
import WebSocket from "ws";
import { CameraChangesDocument, CamerasNowDocument, ChangesCursorDocument, Hub, HubError } from "../src/index.js";

const changes = Number(process.argv[2] ?? Infinity);
const hub = new Hub({
  address: process.env["ADDRESS"] ?? "http://localhost:8080",
  token: () => process.env["TOKEN"] ?? "",
  webSocketImpl: WebSocket,
});
try {
  // The cursor first, then the state: what changes in between is told, and telling what is known already does no harm.
  const since = process.argv[3] ?? (await hub.ask(ChangesCursorDocument)).changesCursor;
  const { cameras } = await hub.ask(CamerasNowDocument);
  const known = new Map(cameras.edges.map(({ node }) => [node.id, `${node.name} (${node.status.label})`]));
  console.log(`${cameras.totalCount} camera`);
  let told = 0;
  for await (const { changes: { kind, id, record } } of hub.follow(CameraChangesDocument, { since })) {
    if (record?.__typename === "Camera") known.set(id, `${record.name} (${record.status.label})`);
    else known.delete(id);
    console.log(`${kind} ${id}: ${known.get(id) ?? "không còn"}`);
    if (++told >= changes) break;
  }
} catch (problem) {
  if (!(problem instanceof HubError)) throw problem;
  console.error(`${problem.code}: ${problem.message}`);
  process.exitCode = 1;
} finally {
  await hub.close();
}
