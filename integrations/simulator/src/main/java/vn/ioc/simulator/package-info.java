// SPDX-License-Identifier: Apache-2.0
/** The stand-in district: a program of its own that serves the systems of a district in their own wire formats. */
@NullMarked
package vn.ioc.simulator;

import org.jspecify.annotations.NullMarked;
