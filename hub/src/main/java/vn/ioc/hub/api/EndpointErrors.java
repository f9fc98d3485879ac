// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers requests to the endpoint that are no GraphQL requests: the status that HTTP wants, and an error with a code in the
 * body. What the client sent is neither repeated nor logged.
 */
final class EndpointErrors implements HandlerExceptionResolver, Ordered {
    private static final String BODY =
            "{\"errors\":[{\"message\":\"The request is no GraphQL request: it is a POST of a JSON "
                    + "object with the document as its query.\",\"extensions\":{\"code\":\"" + ErrorCode.BAD_REQUEST
                    + "\"}}]}";

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!request.getServletPath().equals("/graphql")) {
            return null;
        }
        return switch (failure) {
            case ErrorResponse refused -> answer(response, refused.getStatusCode(), refused.getHeaders());
            case HttpMessageNotReadableException unreadable ->
                answer(response, HttpStatusCode.valueOf(HttpServletResponse.SC_BAD_REQUEST), HttpHeaders.EMPTY);
            default -> null;
        };
    }

    private static ModelAndView answer(HttpServletResponse response, HttpStatusCode status, HttpHeaders headers) {
        response.setStatus(status.value());
        headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.setContentType("application/graphql-response+json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        try {
            response.getWriter().write(BODY);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return new ModelAndView();
    }
}
