// SPDX-License-Identifier: Apache-2.0
/** HTTP as the stand-in speaks it: requests, answers, faults, and what every served system offers. */
@NullMarked
package vn.ioc.simulator.wire;

import org.jspecify.annotations.NullMarked;
