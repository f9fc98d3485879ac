// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.embedded.elasticsearch;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * When to stop: at the end of standard input, whose other end the program that started this one holds, or at SIGTERM.
 *
 * <p>Ctrl-C in a terminal goes to every program of the group; here it is ignored, so that the one who started us decides
 * about the order.
 *
 * <p>When it ends before {@link #await}, the start is broken off on the spot: a store survives that as it survives a
 * power cut, and whoever comes next need not wait for it.
 */
final class Lifeline {
    private final CountDownLatch cut = new CountDownLatch(1);
    private volatile boolean started;

    private Lifeline() {}

    static Lifeline hold() {
        Lifeline lifeline = new Lifeline();
        Signal.handle(new Signal("INT"), SignalHandler.SIG_IGN);
        Signal.handle(new Signal("HUP"), SignalHandler.SIG_IGN);
        Signal.handle(new Signal("TERM"), signal -> lifeline.cut());
        Thread.ofPlatform().daemon().name("lifeline").start(lifeline::read);
        return lifeline;
    }

    /** Input means nothing; its end, or that it cannot be read, means stop. */
    private void read() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException unreadable) {
            System.err.println("standard input: " + unreadable.getMessage());
        } finally {
            cut();
        }
    }

    private void cut() {
        if (!started) {
            Runtime.getRuntime().halt(1);
        }
        cut.countDown();
    }

    void await() throws InterruptedException {
        started = true;
        cut.await();
    }
}
