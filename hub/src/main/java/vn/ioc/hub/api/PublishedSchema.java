// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

/** @param sdl the public schema, as {@code /schema.graphqls} serves it */
public record PublishedSchema(String sdl) {}
