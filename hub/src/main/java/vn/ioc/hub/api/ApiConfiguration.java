// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.WiringFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import vn.ioc.hub.access.Policy;
import vn.ioc.hub.access.Rights;
import vn.ioc.hub.graph.RecordReader;
import vn.ioc.hub.graph.Row;
import vn.ioc.hub.graph.Selection;
import vn.ioc.schema.PublicSchema;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;

/** The schema that clients see, made executable. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {
    @Bean
    CallerRights callerRights(Policy policy) {
        return new CallerRights(policy);
    }

    @Bean
    PublishedSchema publishedSchema(RecordModel model) {
        return new PublishedSchema(PublicSchema.print(model));
    }

    @Bean
    GraphQlSourceBuilderCustomizer schemaSource(PublishedSchema schema) {
        return builder -> builder.schemaResources(
                new ByteArrayResource(schema.sdl().getBytes(StandardCharsets.UTF_8), "public schema"));
    }

    @Bean
    RuntimeWiringConfigurer recordWiring(RecordModel model, RecordReader reader, CallerRights callers) {
        Executor threads = Executors.newVirtualThreadPerTaskExecutor();
        RecordFetchers fetchers = new RecordFetchers(model, records(reader, callers), threads);
        return new RuntimeWiringConfigurer() {
            @Override
            public void configure(RuntimeWiring.Builder builder) {
                builder.scalar(Scalars.DATE).scalar(Scalars.DATE_TIME).scalar(Scalars.GEO_JSON);
            }

            @Override
            public void configure(RuntimeWiring.Builder builder, List<WiringFactory> factories) {
                factories.add(fetchers);
            }
        };
    }

    @Bean
    Failures failures() {
        return new Failures();
    }

    @Bean
    RequestErrors requestErrors() {
        return new RequestErrors();
    }

    @Bean
    RequestContext requestContext(CodeLabels labels) {
        return new RequestContext(labels);
    }

    private static RecordFetchers.Records records(RecordReader reader, CallerRights callers) {
        return new RecordFetchers.Records() {
            @Override
            public Row list(RecordType type, Selection field, Rights rights) {
                return reader.list(type, field, rights);
            }

            @Override
            public Optional<Row> one(String uid, Selection field, Rights rights) {
                return reader.one(uid, field, rights);
            }

            @Override
            public Rights rights() {
                return callers.rights();
            }
        };
    }
}
