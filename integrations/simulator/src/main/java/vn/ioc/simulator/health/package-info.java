// SPDX-License-Identifier: Apache-2.0
/** The health database: visits by table 1 of QĐ 130/4750, beds, notifiable diseases and immunisation. */
@NullMarked
package vn.ioc.simulator.health;

import org.jspecify.annotations.NullMarked;
