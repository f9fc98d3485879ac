// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.route;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpComponent;

/**
 * The route templates. {@code every} says when, the others say how; all end in {@link vn.ioc.integrations.change.Graph#take}.
 * Parameters: {@code name} of the stream's route, of {@code [a-z0-9-]}; {@code every} in milliseconds; {@code url}.
 */
final class PullRoutes extends RouteBuilder {
    static final String EVERY = "every";
    private static final String HTTP =
            "{{url}}?throwExceptionOnFailure=false&disableStreamCache=true&followRedirects=false"
                    + "&connectTimeout=5000&responseTimeout={{timeout}}&soTimeout={{timeout}}&copyHeaders=false";

    private final PullSteps steps;

    PullRoutes(PullSteps steps) {
        this.steps = steps;
    }

    @Override
    public void configure() {
        // When and how often to ask again is ours to say; the client's own would come on top, unseen.
        for (String scheme : new String[] {"http", "https"}) {
            getContext()
                    .getComponent(scheme, HttpComponent.class)
                    .setHttpClientConfigurer(client -> client.disableAutomaticRetries());
        }
        routeTemplate(EVERY)
                .templateParameter("name")
                .templateParameter("every")
                .from("scheduler:{{name}}?delay={{every}}&initialDelay={{every}}&useFixedDelay=true"
                        + "&scheduledExecutorService=#" + StreamRoutes.THREADS)
                .setProperty(PullSteps.ROUTE, constant("{{name}}"))
                .to("direct:{{name}}");

        for (String template : new String[] {"http-pages", "http-packages"}) {
            routeTemplate(template)
                    .templateParameter("name")
                    .templateParameter("url")
                    .templateParameter("timeout")
                    .from("direct:{{name}}")
                    .doTry()
                    .process(exchange -> steps.begin(exchange))
                    .loopDoWhile(exchangeProperty(HttpSteps.MORE).isEqualTo(true))
                    .process(steps::prepare)
                    .doTry()
                    .to(HTTP)
                    .doCatch(Exception.class)
                    .end()
                    .process(steps::receive)
                    .end()
                    .endDoTry()
                    .process(steps::succeed)
                    .doCatch(Exception.class)
                    .process(steps::fail)
                    .doFinally()
                    .process(steps::end)
                    .end();
        }

        for (String template : new String[] {"folder", "sql", "push"}) {
            routeTemplate(template)
                    .templateParameter("name")
                    .from("direct:{{name}}")
                    .doTry()
                    .process(exchange -> steps.begin(exchange))
                    .loopDoWhile(exchangeProperty(HttpSteps.MORE).isEqualTo(true))
                    .process(steps::readNext)
                    .end()
                    .endDoTry()
                    .process(steps::succeed)
                    .doCatch(Exception.class)
                    .process(steps::fail)
                    .doFinally()
                    .process(steps::end)
                    .end();
        }
    }
}
