// SPDX-License-Identifier: Apache-2.0
/** Subscriptions: the outbox's changes, judged for each subscriber, read once for all of them. */
@NullMarked
package vn.ioc.hub.api.live;

import org.jspecify.annotations.NullMarked;
