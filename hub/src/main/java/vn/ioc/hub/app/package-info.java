// SPDX-License-Identifier: Apache-2.0
/** Wires the rooms into one process: configuration, keys, start-up checks. May import every room; no room imports it. */
@NullMarked
package vn.ioc.hub.app;

import org.jspecify.annotations.NullMarked;
