// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.wire;

/** A system that also sends what happens, to an address that it is given. */
public interface Pushing {
    /** Something to send. */
    record Notice(String contentType, byte[] body, LedgerEntry changed) {}

    /** Lets one thing happen and gives the message about it. */
    Notice next();
}
