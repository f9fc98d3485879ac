// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.route;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import vn.ioc.integrations.pull.Answer;
import vn.ioc.integrations.pull.Call;
import vn.ioc.integrations.pull.HttpPull;
import vn.ioc.integrations.pull.PullException;
import vn.ioc.integrations.tree.Limits;

/** The steps of an HTTP route around the request itself. Holds what one exchange has in hand. */
final class HttpSteps {
    static final String MORE = "more";

    private final StreamWorker worker;
    private final HttpPull pull;
    private final URI address;
    private final Map<String, String> headers;
    private final Duration timeout;
    private long sentAt;

    HttpSteps(StreamWorker worker, HttpPull pull, Address.Http address) {
        this.worker = worker;
        this.pull = pull;
        this.address = address.url();
        this.headers = address.headers();
        this.timeout = address.http().timeout();
    }

    HttpPull pull() {
        return pull;
    }

    /** Lays the next request on the exchange. Nothing of an earlier answer may leak into it. */
    void prepare(Exchange exchange) throws PullException, InterruptedException {
        pause();
        Call call = pull.next().orElseThrow();
        Message request = exchange.getMessage();
        request.removeHeaders("*");
        headers.forEach(request::setHeader);
        request.setHeader(Exchange.HTTP_PATH, call.path());
        if (!call.query().isEmpty()) {
            request.setHeader(Exchange.HTTP_RAW_QUERY, call.query());
            request.setHeader(Exchange.HTTP_QUERY, call.query());
        }
        request.setHeader(Exchange.HTTP_METHOD, call.post() ? "POST" : "GET");
        if (call.post()) {
            request.setHeader(Exchange.CONTENT_TYPE, "application/json; charset=utf-8");
            request.setBody(call.bytes());
        } else {
            request.setBody(null);
        }
        sentAt = System.nanoTime();
    }

    /** Hands the answer to the pull. */
    void receive(Exchange exchange) throws PullException {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        exchange.removeProperty(Exchange.EXCEPTION_CAUGHT);
        if (failure != null) {
            pull.failed(noAnswer(failure));
        } else {
            try {
                pull.answered(answer(exchange.getMessage()));
            } catch (IOException e) {
                pull.failed(noAnswer(e));
            }
        }
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(null);
        exchange.setProperty(MORE, !worker.isStopping() && pull.next().isPresent());
    }

    private void pause() throws PullException, InterruptedException {
        long end = System.nanoTime() + pull.pause().toNanos();
        if (pull.pause().isPositive()) {
            worker.stands(StreamState.State.WAITING, pull.problem());
        }
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            if (worker.isStopping()) {
                throw new PullException(PullException.Reason.UNAVAILABLE, "the hub stops");
            }
            Thread.sleep(Duration.ofNanos(Math.min(left, Duration.ofMillis(200).toNanos())));
        }
        worker.stands(StreamState.State.PULLING, pull.problem());
    }

    private Answer answer(Message message) throws IOException, PullException {
        Integer code = message.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        int status = code == null ? 0 : code;
        Map<String, String> received = new TreeMap<>();
        message.getHeaders().forEach((name, value) -> received.put(name, String.valueOf(value)));
        redirect(status, received.get("Location"));
        return new Answer(status, received, body(message));
    }

    private void redirect(int status, @Nullable String location) throws PullException {
        if (status < 300 || status > 399 || location == null) {
            return;
        }
        throw new PullException(
                PullException.Reason.REDIRECTED,
                isHere(location)
                        ? "the source points to another of its addresses; set that one"
                        : "the source points to another host; that is refused");
    }

    private boolean isHere(String location) {
        try {
            URI target = address.resolve(location);
            return Objects.equals(target.getHost(), address.getHost()) && target.getPort() == address.getPort();
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    /** Reads no more than is allowed, and not longer than is allowed. */
    private byte[] body(Message message) throws IOException, PullException {
        Object body = message.getBody();
        if (!(body instanceof InputStream stream)) {
            return new byte[0];
        }
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] buffer = new byte[16 * 1024];
        try (stream) {
            for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                read.write(buffer, 0, n);
                if (read.size() > Limits.DEFAULT.bytes()) {
                    throw new PullException(
                            PullException.Reason.TOO_LARGE,
                            "the answer is larger than " + Limits.DEFAULT.bytes() + " bytes");
                }
                if (System.nanoTime() - sentAt > timeout.toNanos()) {
                    throw new PullException(
                            PullException.Reason.UNAVAILABLE,
                            "the answer took longer than " + timeout.toSeconds() + " s");
                }
            }
        }
        return read.toByteArray();
    }

    /** Names the kind of failure only: messages of network exceptions carry hosts and addresses. */
    private static PullException noAnswer(Exception failure) {
        return new PullException(
                PullException.Reason.UNAVAILABLE,
                "no whole answer came (" + failure.getClass().getSimpleName() + ")",
                failure);
    }
}
