// SPDX-License-Identifier: Apache-2.0
/** The control address: edits, deletions, additions, faults and the ledger of what is true now. */
@NullMarked
package vn.ioc.simulator.control;

import org.jspecify.annotations.NullMarked;
