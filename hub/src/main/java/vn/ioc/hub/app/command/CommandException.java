// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.command;

/** A command cannot do its work; the message is the one line that its user reads. */
final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandException(String message) {
        super(message);
    }
}
