// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.cameras;

import java.time.LocalDateTime;

/** One camera entered one state. */
record StateChange(long id, String camera, int state, LocalDateTime at) {}
