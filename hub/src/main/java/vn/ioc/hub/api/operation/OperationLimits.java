// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.operation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of an operation, {@code hub.limits.*}; all of them are on.
 *
 * @param body bytes of a request's body; more are answered by 413
 * @param document characters of a GraphQL document
 * @param tokens tokens of a document
 * @param whitespace whitespace tokens of a document
 * @param nesting nesting of the grammar's rules, values included
 * @param depth levels of fields, {@code edges}, {@code node} and {@code pageInfo} not counted
 * @param aliases aliased fields in a document
 * @param roots root fields of an operation, fragments included
 * @param directives directives in a document
 * @param repeats how often one response key may stand in one selection set
 * @param selections selections of an operation with all its fragments spread
 * @param cost points of an operation, see {@link CostEstimate}
 * @param time that a request may take; statements and searches have less
 * @param documents documents kept parsed and validated
 */
@ConfigurationProperties("hub.limits")
public record OperationLimits(
        @DefaultValue("65536") int body,
        @DefaultValue("16384") int document,
        @DefaultValue("2000") int tokens,
        @DefaultValue("20000") int whitespace,
        @DefaultValue("200") int nesting,
        @DefaultValue("12") int depth,
        @DefaultValue("30") int aliases,
        @DefaultValue("20") int roots,
        @DefaultValue("50") int directives,
        @DefaultValue("10") int repeats,
        @DefaultValue("1000") int selections,
        @DefaultValue("5000") int cost,
        @DefaultValue("10s") Duration time,
        @DefaultValue("1000") int documents) {}
