// SPDX-License-Identifier: Apache-2.0
/**
 * Derived figures: each a file with a numerator and a denominator as clients' own filters, counted under the caller's rights by one
 * statement and kept until a record of its types changes. Imports graph, access, schema and the YAML reader of the sources;
 * knows neither Cypher nor GraphQL.
 */
@NullMarked
package vn.ioc.hub.indicator;

import org.jspecify.annotations.NullMarked;
