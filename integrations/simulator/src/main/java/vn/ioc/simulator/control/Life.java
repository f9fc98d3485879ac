// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.control;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import vn.ioc.simulator.district.Dice;
import vn.ioc.simulator.district.Setting;
import vn.ioc.simulator.wire.RequestException;
import vn.ioc.simulator.wire.SourceSystem;

/** Changes something so and so often: seven edits and two additions to each deletion. */
public final class Life implements AutoCloseable {
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("life").factory());
    private final List<SourceSystem> systems;
    private final Runnable afterChange;
    private final Dice dice;

    public Life(Setting setting, List<SourceSystem> systems, Runnable afterChange) {
        this.systems = systems;
        this.afterChange = afterChange;
        this.dice = setting.dice("life", 0);
    }

    /** @param changes how many a minute; at 0 nothing ever happens */
    public void start(int changes) {
        if (changes > 0) {
            long pause = TimeUnit.MINUTES.toNanos(1) / changes;
            pulse.scheduleAtFixedRate(this::change, pause, pause, TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void close() {
        pulse.shutdownNow();
    }

    void change() {
        SourceSystem system = dice.pick(systems);
        try {
            switch (dice.between(1, 10)) {
                case 1 -> system.delete(null, false);
                case 2, 3 -> system.add();
                default -> system.edit(null);
            }
        } catch (RequestException nothingLeft) {
            system.add();
        }
        afterChange.run();
    }
}
