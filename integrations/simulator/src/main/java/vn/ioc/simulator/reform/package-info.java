// SPDX-License-Identifier: Apache-2.0
/** Administrative reform: the yearly ranking of districts as a spreadsheet or CSV, and figures as they were reported. */
@NullMarked
package vn.ioc.simulator.reform;

import org.jspecify.annotations.NullMarked;
