// SPDX-License-Identifier: Apache-2.0

/**
 * Analysis components of Elasticsearch's {@code analysis-common} module, which is not published on its own: the same
 * names, settings and defaults over the same Lucene classes, so that an index made here can be made on a full
 * Elasticsearch from the same settings.
 */
@NullMarked
package vn.ioc.hub.embedded.analysis;

import org.jspecify.annotations.NullMarked;
