// SPDX-License-Identifier: Apache-2.0
package vn.ioc.simulator.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The answers that stand for a failing system. */
final class Failures {
    private static final String SIGN_IN =
            "<!DOCTYPE html><html lang=\"vi\"><head><title>Đăng nhập</title></head><body><h1>Phiên làm việc đã hết"
                    + " hạn</h1><form><input name=\"user\"></form></body></html>";
    private static final String CRASH =
            "<html><head><title>500</title></head><body>Máy chủ đang bảo trì, vui lòng quay lại sau.</body></html>";

    private Failures() {}

    /** @throws IllegalArgumentException when the fault changes an answer rather than replaces it */
    static Answer instead(Fault fault) {
        return switch (fault.kind()) {
            case TOO_MANY_REQUESTS ->
                Answer.error(429, "Quá nhiều yêu cầu").with("Retry-After", Integer.toString(fault.amount()));
            case UNAVAILABLE -> {
                Answer answer = Answer.error(503, "Hệ thống đang bảo trì");
                yield fault.amount() > 0 ? answer.with("Retry-After", Integer.toString(fault.amount())) : answer;
            }
            case SERVER_ERROR -> html(500, CRASH);
            case UNAUTHORIZED -> Answer.error(401, "Token không hợp lệ").with("WWW-Authenticate", "token");
            case TOKEN_REFUSED ->
                Answer.json(200, Json.object().put("code", 401).put("message", "Token không hợp lệ hoặc đã hết hạn"));
            case HTML -> html(200, SIGN_IN);
            case CUT, DROPPED, WRONG_TOTAL, DUPLICATE_PAGE, SLOW ->
                throw new IllegalArgumentException(fault.kind() + " changes an answer");
        };
    }

    /** The same page with a count that is too high by seven; an answer that is no page stays as it is. */
    static Answer wrongTotal(Answer answer) {
        if (!(answer instanceof Answer.Tree page) || page.totalPath().isEmpty()) {
            return answer;
        }
        ObjectNode copy = page.tree().deepCopy();
        ObjectNode parent = copy;
        List<String> path = page.totalPath();
        for (String field : path.subList(0, path.size() - 1)) {
            parent = (ObjectNode) parent.get(field);
        }
        parent.put(path.getLast(), parent.get(path.getLast()).asLong() + 7);
        return new Answer.Tree(page.status(), copy, page.totalPath());
    }

    private static Answer html(int status, String text) {
        return new Answer.Bytes(status, "text/html; charset=utf-8", Map.of(), text.getBytes(StandardCharsets.UTF_8));
    }
}
