// SPDX-License-Identifier: Apache-2.0
/** Reputa: what the web, social networks and newspapers say, as a search API with a cursor on the time of change. */
@NullMarked
package vn.ioc.simulator.mentions;

import org.jspecify.annotations.NullMarked;
