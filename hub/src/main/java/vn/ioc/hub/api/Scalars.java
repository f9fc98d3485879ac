// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** The scalars of the schema. Moments are served in Asia/Ho_Chi_Minh. */
final class Scalars {
    private static final ZoneId LOCAL = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final JsonMapper JSON = new JsonMapper();

    static final GraphQLScalarType DATE = scalar(
            "Date", "a day as yyyy-MM-dd", value -> value instanceof LocalDate day ? day.toString() : null, LocalDate::parse);

    static final GraphQLScalarType DATE_TIME = scalar(
            "DateTime", "a moment as yyyy-MM-ddTHH:mm:ss+07:00", Scalars::moment, text -> OffsetDateTime.parse(text).toZonedDateTime());

    /** Stored as text that was checked at the border. */
    static final GraphQLScalarType GEO_JSON = scalar(
            "GeoJSON", "a GeoJSON geometry", value -> value instanceof String text ? JSON.readValue(text, Object.class) : null, text -> text);

    private Scalars() {}

    private static Object moment(Object value) {
        Instant instant = value instanceof Instant i ? i : value instanceof ZonedDateTime z ? z.toInstant() : null;
        return instant == null
                ? null
                : instant.atZone(LOCAL).toOffsetDateTime().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static GraphQLScalarType scalar(
            String name, String form, Function<Object, Object> serialize, Function<String, Object> parse) {
        return GraphQLScalarType.newScalar().name(name).coercing(new Text(form, serialize, parse)).build();
    }

    private record Text(String form, Function<Object, Object> serialize, Function<String, Object> parse)
            implements Coercing<Object, Object> {
        @Override
        public Object serialize(Object result, GraphQLContext context, Locale locale) {
            Object served = serialize.apply(result);
            if (served == null) {
                throw new CoercingSerializeException("a value is not " + form);
            }
            return served;
        }

        @Override
        public Object parseValue(Object input, GraphQLContext context, Locale locale) {
            try {
                return parse.apply((String) input);
            } catch (DateTimeException | ClassCastException e) {
                throw new CoercingParseValueException("expected " + form);
            }
        }

        @Override
        public Object parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            try {
                return parse.apply(((StringValue) input).getValue());
            } catch (DateTimeException | ClassCastException e) {
                throw new CoercingParseLiteralException("expected " + form);
            }
        }
    }
}
