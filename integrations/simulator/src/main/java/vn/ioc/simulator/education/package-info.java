// SPDX-License-Identifier: Apache-2.0
/** The education database: schools, classes and pupils, one version for each school year. */
@NullMarked
package vn.ioc.simulator.education;

import org.jspecify.annotations.NullMarked;
