// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import java.util.List;
import java.util.TreeSet;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import vn.ioc.hub.access.Caller;

/** Tells callers who they are to the hub. */
@Controller
final class ViewerController {
    private final CallerResolver callers;

    ViewerController(CallerResolver callers) {
        this.callers = callers;
    }

    @QueryMapping
    Viewer viewer() {
        Caller caller = callers.caller();
        return new Viewer(caller.subject(), List.copyOf(new TreeSet<>(caller.roles())), caller.areas());
    }

    /** The caller. */
    record Viewer(String name, List<String> roles, List<String> areas) {}
}
