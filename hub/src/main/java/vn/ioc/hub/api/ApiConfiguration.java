// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.WiringFactory;
import java.util.List;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.graphql.execution.SubscriptionExceptionResolver;
import vn.ioc.hub.access.Policy;
import vn.ioc.hub.graph.RecordReader;
import vn.ioc.schema.RecordModel;

/**
 * GraphQL over the record model. Needs beans {@link RecordModel}, {@link RecordReader}, {@link Policy}, {@link CodeLabels}
 * and, when the caller does not come from a token, a {@link CallerResolver}.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    ViewerController.class,
    SchemaController.class,
    SchemaUsageController.class,
    CallerRights.class,
    OperationConfiguration.class
})
public class ApiConfiguration {
    @Bean
    PublicSdl publicSdl(RecordModel model) {
        return new PublicSdl(model);
    }

    @Bean
    CallerResolver callerResolver() {
        return new JwtCallerResolver();
    }

    @Bean
    GraphQlSourceBuilderCustomizer publicSchema(PublicSdl sdl) {
        return builder -> builder.schemaResources(new ByteArrayResource(sdl.bytes(), "public schema"));
    }

    @Bean
    RuntimeWiringConfigurer recordWiring(
            RecordModel model, RecordReader reader, Policy policy, CallerResolver callers, CodeLabels labels) {
        RootFetcher roots =
                new RootFetcher(model, reader, policy, callers, Executors.newVirtualThreadPerTaskExecutor());
        RecordWiring wiring = new RecordWiring(model, roots, labels);
        return new RuntimeWiringConfigurer() {
            @Override
            public void configure(RuntimeWiring.Builder builder) {
                Scalars.all().forEach(builder::scalar);
            }

            @Override
            public void configure(RuntimeWiring.Builder builder, List<WiringFactory> factories) {
                factories.add(wiring);
            }
        };
    }

    @Bean
    ProblemTranslator graphProblems() {
        return new GraphProblems();
    }

    @Bean
    @Order(0)
    FetchProblems fetchProblems(ObjectProvider<ProblemTranslator> translators) {
        return new FetchProblems(translators.orderedStream().toList());
    }

    @Bean
    SubscriptionExceptionResolver streamProblems(FetchProblems problems) {
        return problems::resolveStream;
    }
}
