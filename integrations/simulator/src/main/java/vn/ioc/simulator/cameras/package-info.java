// SPDX-License-Identifier: Apache-2.0
/** The cameras: inventory and states by the video system's JSON, single devices by ONVIF, and support lent to others. */
@NullMarked
package vn.ioc.simulator.cameras;

import org.jspecify.annotations.NullMarked;
