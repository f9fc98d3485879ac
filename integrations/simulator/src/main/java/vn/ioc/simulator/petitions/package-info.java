// SPDX-License-Identifier: Apache-2.0
/** Smart Bắc Trà My: citizens' petitions in the Hue-S shape, with the dirt that shape is known for. */
@NullMarked
package vn.ioc.simulator.petitions;

import org.jspecify.annotations.NullMarked;
