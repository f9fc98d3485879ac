// SPDX-License-Identifier: Apache-2.0
export * from "./generated.js";
export { Hub, HubError, type HubOptions } from "./hub.js";
export * from "./scalars.js";
