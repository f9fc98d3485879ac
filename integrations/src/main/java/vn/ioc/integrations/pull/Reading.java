// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.pull;

/** A pull that reads by itself, a part at a time. Used by one thread. */
public interface Reading extends AutoCloseable {
    /** Whether there is a part left to read. */
    boolean hasNext();

    /** Reads the next part, and hands a page to the graph when enough has come together. */
    void readNext() throws PullException;

    /** Hands over what is left; call once after the last part. */
    void finish() throws PullException;

    /** Lets go of what it holds; does nothing the second time. */
    @Override
    void close();
}
