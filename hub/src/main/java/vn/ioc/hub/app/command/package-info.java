// SPDX-License-Identifier: Apache-2.0
/** The commands of {@code ./ioc}. Imports app, embedded and integrations; talks to a running hub over HTTP only. */
@NullMarked
package vn.ioc.hub.app.command;

import org.jspecify.annotations.NullMarked;
