// SPDX-License-Identifier: Apache-2.0
/**
 * Camel routes from data, one template per transport: when a stream is pulled and how its requests are sent. The only room that
 * imports Camel; nobody in this module imports it.
 */
@NullMarked
package vn.ioc.integrations.route;

import org.jspecify.annotations.NullMarked;
