// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import java.util.List;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import vn.ioc.hub.access.Caller;

@Controller
class ViewerController {
    /** @param areas codes as the token carries them */
    record Viewer(String name, List<String> roles, List<String> areas) {}

    @QueryMapping
    Viewer viewer() {
        Caller caller = CallerRights.caller();
        return new Viewer(caller.subject(), caller.roles().stream().sorted().toList(), caller.areas());
    }
}
