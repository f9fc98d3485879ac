// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import vn.ioc.hub.app.StartupException;

/** Checks before anything is started that a port can be had. */
final class Ports {
    private Ports() {}

    static void requireFree(int port, String option) {
        if (port < 1 || port > 65535) {
            throw new StartupException(StartupException.Reason.PORT_IN_USE, option + " takes a port from 1 to 65535");
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new StartupException(
                    StartupException.Reason.PORT_IN_USE,
                    "port " + port + " is in use; stop what uses it, or give another with --port");
        }
    }
}
