// SPDX-License-Identifier: Apache-2.0
// What the compiler refuses: the build fails if one of these lines were taken.
import { CameraChangesDocument, DailyBriefDocument, type DailyBriefQuery, FireDangerDocument, type Hub, SuggestionsDocument } from "../src/index.js";

export async function refused(hub: Hub, brief: DailyBriefQuery): Promise<void> {
  // @ts-expect-error a variable is missing
  await hub.ask(SuggestionsDocument, {});
  // @ts-expect-error variables are missing altogether
  await hub.ask(DailyBriefDocument);
  // @ts-expect-error no day
  await hub.ask(FireDangerDocument, { day: "yesterday" });
  // @ts-expect-error a field that the question does not select
  brief.overduePetitions.pageInfo;
  // @ts-expect-error a handler may be hidden, and is null then
  brief.overduePetitions.edges[0]?.node.handler.name;
  // @ts-expect-error a cursor to begin at is needed to miss nothing
  hub.follow(CameraChangesDocument, {});
  // @ts-expect-error a document without cursors cannot be gone on with
  hub.follow(DailyBriefDocument, { since: "" });
}
