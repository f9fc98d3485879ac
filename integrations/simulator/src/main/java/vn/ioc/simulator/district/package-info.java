// SPDX-License-Identifier: Apache-2.0
/** What all stand-in systems share: seed and day, areas, organisations, villages, invented people, prose. */
@NullMarked
package vn.ioc.simulator.district;

import org.jspecify.annotations.NullMarked;
