// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

/**
 * An error as a client may see it.
 *
 * @param message names no class, statement, host or path
 */
public record Problem(ErrorCode code, String message) {}
