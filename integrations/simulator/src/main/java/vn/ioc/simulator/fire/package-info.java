// SPDX-License-Identifier: Apache-2.0
/** Forest fire: satellite hotspots as NASA FIRMS gives them, and the danger level published for each zone and day. */
@NullMarked
package vn.ioc.simulator.fire;

import org.jspecify.annotations.NullMarked;
