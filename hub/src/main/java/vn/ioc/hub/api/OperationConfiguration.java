// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import graphql.schema.GraphQLSchema;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
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
import org.springframework.graphql.server.WebGraphQlHandler;
import vn.ioc.hub.access.Policy;
import vn.ioc.hub.api.operation.BudgetSettings;
import vn.ioc.hub.api.operation.CallerBudget;
import vn.ioc.hub.api.operation.DocumentSettings;
import vn.ioc.hub.api.operation.FieldUsage;
import vn.ioc.hub.api.operation.OperationCaller;
import vn.ioc.hub.api.operation.OperationDocuments;
import vn.ioc.hub.api.operation.OperationGate;
import vn.ioc.hub.api.operation.OperationLimits;
import vn.ioc.hub.api.operation.TrustedDocuments;
import vn.ioc.hub.api.operation.ValidationWords;
import vn.ioc.schema.RecordModel;

/** What stands between a request and the data. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({OperationLimits.class, BudgetSettings.class, DocumentSettings.class})
class OperationConfiguration {
    @Bean
    ValidationWords validationWords(ObjectProvider<GraphQlSource> source) {
        Supplier<GraphQLSchema> schema = () -> source.getObject().schema();
        return new ValidationWords(schema);
    }

    @Bean
    OperationCaller operationCaller(CallerResolver callers) {
        return new OperationCaller(callers);
    }

    @Bean
    TrustedDocuments trustedDocuments(DocumentSettings settings, ObjectProvider<MeterRegistry> meters) {
        return new TrustedDocuments(settings, meters(meters));
    }

    @Bean
    OperationDocuments operationDocuments(
            OperationLimits limits, ValidationWords words, TrustedDocuments trusted, OperationCaller caller) {
        return new OperationDocuments(limits, words, trusted, caller);
    }

    @Bean
    GraphQlSourceBuilderCustomizer checkedDocuments(OperationDocuments documents) {
        return builder -> builder.configureGraphQl(graphQl -> graphQl.preparsedDocumentProvider(documents));
    }

    @Bean
    FieldUsage fieldUsage(ObjectProvider<MeterRegistry> meters) {
        return new FieldUsage(meters(meters), Clock.systemUTC());
    }

    @Bean
    OperationGate operationGate(
            RecordModel model,
            OperationLimits limits,
            BudgetSettings budget,
            OperationCaller callers,
            Policy policy,
            FieldUsage usage,
            Environment environment) {
        boolean embedded = environment.acceptsProfiles(Profiles.of("embedded"));
        return new OperationGate(
                model, limits, callers, policy, new CallerBudget(budget, Clock.systemUTC()), usage, embedded);
    }

    @Bean
    RequestErrors requestErrors(OperationLimits limits, ValidationWords words, ObjectProvider<MeterRegistry> meters) {
        return new RequestErrors(limits, words, meters(meters));
    }

    @Bean
    @ConditionalOnWebApplication
    FilterRegistrationBean<BodyLimit> bodyLimit(OperationLimits limits, ObjectProvider<MeterRegistry> meters) {
        FilterRegistrationBean<BodyLimit> filter =
                new FilterRegistrationBean<>(new BodyLimit(limits.body(), meters(meters)));
        filter.addUrlPatterns("/graphql");
        return filter;
    }

    @Bean
    @ConditionalOnWebApplication
    HttpEndpoint httpEndpoint(WebGraphQlHandler graphQl) {
        return new HttpEndpoint(graphQl, Clock.systemUTC());
    }

    @Bean
    @ConditionalOnWebApplication
    EndpointErrors endpointErrors() {
        return new EndpointErrors();
    }

    private static MeterRegistry meters(ObjectProvider<MeterRegistry> meters) {
        return meters.getIfAvailable(() -> Metrics.globalRegistry);
    }
}
