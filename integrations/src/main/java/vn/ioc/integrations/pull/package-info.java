// SPDX-License-Identifier: Apache-2.0
/**
 * Pulls: what to ask a source next, whether its answer is whole, and which pages it makes. Knows neither Camel nor sockets: the
 * route sends what a pull asks for. Imports {@code intake}, {@code source}, {@code mapping}, {@code tree} and {@code change}.
 */
@NullMarked
package vn.ioc.integrations.pull;

import org.jspecify.annotations.NullMarked;
