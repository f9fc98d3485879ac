// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import graphql.schema.GraphQLSchema;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.graphql.execution.GraphQlSource;
import vn.ioc.hub.access.Policy;
import vn.ioc.hub.api.operation.OperationDocuments;
import vn.ioc.hub.api.operation.OperationGate;
import vn.ioc.hub.api.operation.OperationLimits;
import vn.ioc.hub.api.operation.ValidationWords;

/** What stands between a request and the data. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OperationLimits.class)
class OperationConfiguration {
    @Bean
    ValidationWords validationWords(ObjectProvider<GraphQlSource> source) {
        Supplier<GraphQLSchema> schema = () -> source.getObject().schema();
        return new ValidationWords(schema);
    }

    @Bean
    OperationDocuments operationDocuments(OperationLimits limits, ValidationWords words) {
        return new OperationDocuments(limits, words);
    }

    @Bean
    GraphQlSourceBuilderCustomizer checkedDocuments(OperationDocuments documents) {
        return builder -> builder.configureGraphQl(graphQl -> graphQl.preparsedDocumentProvider(documents));
    }

    @Bean
    OperationGate operationGate(
            OperationLimits limits, CallerResolver callers, Policy policy, Environment environment) {
        boolean embedded = environment.acceptsProfiles(Profiles.of("embedded"));
        return new OperationGate(limits, callers, policy, embedded);
    }

    @Bean
    RequestErrors requestErrors(OperationLimits limits, ValidationWords words, ObjectProvider<MeterRegistry> meters) {
        return new RequestErrors(limits, words, meters.getIfAvailable(() -> Metrics.globalRegistry));
    }

    @Bean
    @ConditionalOnWebApplication
    FilterRegistrationBean<BodyLimit> bodyLimit(OperationLimits limits, ObjectProvider<MeterRegistry> meters) {
        FilterRegistrationBean<BodyLimit> filter = new FilterRegistrationBean<>(
                new BodyLimit(limits.body(), meters.getIfAvailable(() -> Metrics.globalRegistry)));
        filter.addUrlPatterns("/graphql");
        return filter;
    }

    @Bean
    @ConditionalOnWebApplication
    EndpointErrors endpointErrors() {
        return new EndpointErrors();
    }
}
