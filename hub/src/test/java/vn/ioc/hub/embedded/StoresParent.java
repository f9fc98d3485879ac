// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.embedded;

import java.nio.file.Path;

/** A program that starts the stores as the hub does, tells their process ids, and waits to be killed. */
public final class StoresParent {
    private StoresParent() {}

    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedStores stores = EmbeddedStores.start(Path.of(arguments[0]), Path.of(arguments[1]), line -> {});
        System.out.println("ready " + stores.neo4jProcess().pid() + " "
                + stores.elasticsearchProcess().pid());
        Thread.sleep(Long.MAX_VALUE);
    }
}
