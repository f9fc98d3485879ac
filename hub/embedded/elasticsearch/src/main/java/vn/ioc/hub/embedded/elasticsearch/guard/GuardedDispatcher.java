// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.embedded.elasticsearch.guard;

import java.util.Map;
import org.elasticsearch.common.util.concurrent.ThreadContext;
import org.elasticsearch.http.HttpRouteStats;
import org.elasticsearch.http.HttpServerTransport.Dispatcher;
import org.elasticsearch.rest.RestChannel;
import org.elasticsearch.rest.RestRequest;
import org.elasticsearch.rest.RestResponse;
import org.elasticsearch.rest.RestStatus;

/** Stands before every REST handler: a request without the right credentials is answered 401 and goes no further. */
final class GuardedDispatcher implements Dispatcher {
    private final Dispatcher next;
    private final BasicCredentials credentials;

    GuardedDispatcher(Dispatcher next, BasicCredentials credentials) {
        this.next = next;
        this.credentials = credentials;
    }

    @Override
    public void dispatchRequest(RestRequest request, RestChannel channel, ThreadContext context) {
        if (credentials.match(request.header("Authorization"))) {
            next.dispatchRequest(request, channel, context);
        } else {
            channel.sendResponse(unauthorized());
        }
    }

    /** What could not be read as a request says nothing of its sender: it is refused in the same words. */
    @Override
    public void dispatchBadRequest(RestChannel channel, ThreadContext context, Throwable cause) {
        if (credentials.match(channel.request().header("Authorization"))) {
            next.dispatchBadRequest(channel, context, cause);
        } else {
            channel.sendResponse(unauthorized());
        }
    }

    @Override
    public Map<String, HttpRouteStats> getStats() {
        return next.getStats();
    }

    private static RestResponse unauthorized() {
        RestResponse response = new RestResponse(
                RestStatus.UNAUTHORIZED,
                "application/json",
                "{\"error\":{\"type\":\"security_exception\",\"reason\":\"missing or wrong credentials\"},\"status\":401}");
        response.addHeader("WWW-Authenticate", "Basic realm=\"embedded\", charset=\"UTF-8\"");
        response.addHeader("X-elastic-product", "Elasticsearch");
        return response;
    }
}
