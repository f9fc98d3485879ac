// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app;

import java.util.Optional;

/** Parameters of manifests given by systems that start beside the hub: asking waits until these have started. */
@FunctionalInterface
public interface LateParameters {
    /** Empty when they give none of that name; throws, with one line for people, when they did not start. */
    Optional<String> find(String name);
}
