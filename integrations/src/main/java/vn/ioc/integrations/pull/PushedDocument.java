// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.pull;

import vn.ioc.integrations.intake.Batch;
import vn.ioc.integrations.intake.Intake;

/** One document that a source sent by itself: all of it in one page, so that the sender learns whether the graph took it. */
public final class PushedDocument implements Reading {
    private final byte[] bytes;
    private final Intake intake;
    private final Run run;
    private final Batch batch = new Batch();
    private boolean read;

    public PushedDocument(byte[] bytes, Intake intake, Run run) {
        this.bytes = bytes;
        this.intake = intake;
        this.run = run;
    }

    @Override
    public boolean hasNext() {
        return !read;
    }

    @Override
    public void readNext() {
        intake.document(bytes, new Intake.At("push " + run.poll(), run.now(), run.poll()), batch);
        read = true;
    }

    @Override
    public void finish() throws PullException {
        run.finish(batch, "");
    }

    @Override
    public void close() {}
}
