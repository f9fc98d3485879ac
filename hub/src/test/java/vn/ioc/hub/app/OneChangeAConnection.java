// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.app;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A line to the hub that lets requests through, and breaks each WebSocket when it has carried one event of a subscription. */
final class OneChangeAConnection implements AutoCloseable {
    private static final int LENGTH_OF_TWO_BYTES = 126;
    private static final int LENGTH_OF_EIGHT_BYTES = 127;

    private final ServerSocket door = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    private final URI hub;
    private final AtomicInteger cuts = new AtomicInteger();

    OneChangeAConnection(String hub) throws IOException {
        this.hub = URI.create(hub);
        Thread.startVirtualThread(this::accept);
    }

    String address() {
        return "http://localhost:" + door.getLocalPort();
    }

    int cuts() {
        return cuts.get();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread.startVirtualThread(() -> carry(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** Ends with either side; what ends it is the test's client to complain about. */
    private void carry(Socket client) {
        try (client;
                Socket server = new Socket(hub.getHost(), hub.getPort())) {
            server.getOutputStream().write(uncompressed(client.getInputStream()));
            Thread.startVirtualThread(() -> {
                try {
                    client.getInputStream().transferTo(server.getOutputStream());
                    server.shutdownOutput();
                } catch (IOException ended) {
                    throw new UncheckedIOException(ended);
                }
            });
            DataInputStream from = new DataInputStream(server.getInputStream());
            DataOutputStream to = new DataOutputStream(client.getOutputStream());
            if (head(from, to).startsWith("HTTP/1.1 101")) {
                while (!frame(from, to).contains("\"next\"")) {
                    to.flush();
                }
                to.flush();
                cuts.incrementAndGet();
            } else {
                from.transferTo(to);
            }
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }

    /** The first request's head without extensions of WebSocket: what is compressed could not be looked at. */
    private static byte[] uncompressed(InputStream from) throws IOException {
        return head(from, OutputStream.nullOutputStream())
                .lines()
                .filter(line -> !line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-extensions:"))
                .collect(Collectors.joining("\r\n", "", "\r\n"))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String head(InputStream from, OutputStream to) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = from.read();
            if (next < 0) {
                break;
            }
            head.append((char) next);
            to.write(next);
        }
        return head.toString();
    }

    /** One frame of a server, which is not masked (RFC 6455 §5.2). */
    private static String frame(DataInputStream from, DataOutputStream to) throws IOException {
        to.writeByte(from.readUnsignedByte());
        int size = from.readUnsignedByte();
        to.writeByte(size);
        if (size == LENGTH_OF_TWO_BYTES) {
            size = from.readUnsignedShort();
            to.writeShort(size);
        } else if (size == LENGTH_OF_EIGHT_BYTES) {
            throw new IOException("a message longer than any here");
        }
        byte[] payload = from.readNBytes(size);
        to.write(payload);
        return new String(payload, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
