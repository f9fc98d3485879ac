// SPDX-License-Identifier: Apache-2.0
/** A real PostgreSQL for the systems that are databases: started, filled, read by one account and changed by another. */
@NullMarked
package vn.ioc.simulator.database;

import org.jspecify.annotations.NullMarked;
