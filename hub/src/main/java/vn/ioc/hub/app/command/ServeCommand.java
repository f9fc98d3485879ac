// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.command;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.builder.SpringApplicationBuilder;
import picocli.CommandLine.Command;
import vn.ioc.hub.app.HubApplication;

@Command(
        name = "serve",
        description =
                "Runs the hub alone, on stores and sources that its configuration names (containers, production).",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Override
    public Integer call() throws InterruptedException {
        new SpringApplicationBuilder(HubApplication.class).run();
        new CountDownLatch(1).await();
        return 0;
    }
}
