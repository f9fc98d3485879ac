// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.operation;

import graphql.GraphQLContext;
import java.util.concurrent.Callable;
import org.springframework.graphql.execution.ContextPropagationHelper;
import vn.ioc.hub.access.Caller;
import vn.ioc.hub.api.CallerResolver;

/** Who asks, on the threads of graphql-java, which are not always the request's. */
public final class OperationCaller {
    private final CallerResolver callers;

    public OperationCaller(CallerResolver callers) {
        this.callers = callers;
    }

    Caller caller(GraphQLContext context) {
        return within(context, callers::caller);
    }

    String client(GraphQLContext context) {
        return within(context, callers::client);
    }

    private static <T> T within(GraphQLContext context, Callable<T> read) {
        try {
            return ContextPropagationHelper.captureFrom(context).wrap(read).call();
        } catch (Exception e) {
            throw new IllegalStateException("the caller could not be read", e);
        }
    }
}
