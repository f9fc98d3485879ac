// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.PropertyDataFetcher;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.ioc.hub.graph.CodeValue;

/** Fields of values that are no rows: a property of that name; a code's label is looked up in its list. */
final class PropertyValues {
    private PropertyValues() {}

    static @Nullable Object of(Object source, String field, Supplier<DataFetchingEnvironment> environment)
            throws Exception {
        if (source instanceof CodeValue code && field.equals("label")) {
            String language = String.valueOf(environment.get().<Object>getArgument("lang"));
            CodeLabels labels = environment.get().getGraphQlContext().get(CodeLabels.class);
            return labels.label(code, language.equals("EN"));
        }
        return PropertyDataFetcher.fetching(field).get(environment.get());
    }
}
