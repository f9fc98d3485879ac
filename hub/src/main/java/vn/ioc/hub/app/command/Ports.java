// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app.command;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import vn.ioc.hub.app.StartupException;

/** Ports of this machine, looked at before anything is started. */
public final class Ports {
    private Ports() {}

    /** A free port whose next one is free as well: a hub's, and its management port. */
    public static int freePair() {
        while (true) {
            try (ServerSocket first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    ServerSocket second =
                            new ServerSocket(first.getLocalPort() + 1, 1, InetAddress.getLoopbackAddress())) {
                return second.getLocalPort() - 1;
            } catch (BindException taken) {
                continue;
            } catch (IOException e) {
                throw new StartupException(
                        StartupException.Reason.PORT_IN_USE, "no port can be opened on the loopback address");
            }
        }
    }

    /** Checks that a port can be had. */
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
