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
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;
import vn.ioc.hub.graph.RelativeTime;

/** The scalars of the schema. Moments are served in Asia/Ho_Chi_Minh and taken with any offset. */
final class Scalars {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final JsonMapper JSON = new JsonMapper();

    static final GraphQLScalarType DATE = text(
            "Date",
            "a day such as 2026-06-30, or today, -7d, -2w, +3M, -1y",
            text -> relative(text).orElseGet(() -> LocalDate.parse(text)),
            Scalars::day);
    static final GraphQLScalarType DATE_TIME = text(
            "DateTime",
            "a moment with offset such as 2026-06-30T08:00:00+07:00, or now, today, -7d, -2w, +3M, -1y",
            text -> relative(text).orElseGet(() -> OffsetDateTime.parse(text)),
            Scalars::moment);
    static final GraphQLScalarType GEO_JSON = text("GeoJSON", "no argument", Scalars::noArgument, Scalars::geometry);

    private Scalars() {}

    static List<GraphQLScalarType> all() {
        return List.of(DATE, DATE_TIME, GEO_JSON);
    }

    private static Optional<Object> relative(String text) {
        return RelativeTime.find(text).map(Object.class::cast);
    }

    private static Object day(Object value) {
        return value instanceof LocalDate day ? day.toString() : refuse(value, "Date");
    }

    private static Object moment(Object value) {
        return switch (value) {
            case ZonedDateTime zoned -> text(zoned.toInstant());
            case OffsetDateTime offset -> text(offset.toInstant());
            case Instant instant -> text(instant);
            default -> refuse(value, "DateTime");
        };
    }

    private static String text(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.atZone(ZONE).toOffsetDateTime());
    }

    /** Geometries are stored as their JSON text. */
    private static Object geometry(Object value) {
        return switch (value) {
            case String json -> JSON.readValue(json, Map.class);
            case Map<?, ?> map -> map;
            default -> refuse(value, "GeoJSON");
        };
    }

    private static Object noArgument(String text) {
        throw new DateTimeException("GeoJSON is not taken as an argument");
    }

    private static Object refuse(Object value, String scalar) {
        throw new CoercingSerializeException(value.getClass().getSimpleName() + " is not served as " + scalar);
    }

    private static GraphQLScalarType text(
            String name, String form, Function<String, Object> parse, Function<Object, Object> serialize) {
        Coercing<Object, Object> coercing = new Coercing<>() {
            @Override
            public Object serialize(Object value, GraphQLContext context, Locale locale) {
                return serialize.apply(value);
            }

            @Override
            public Object parseValue(Object value, GraphQLContext context, Locale locale) {
                try {
                    return parse.apply(String.valueOf(value));
                } catch (DateTimeException notSo) {
                    throw new CoercingParseValueException(name + " is " + form);
                }
            }

            @Override
            public Object parseLiteral(
                    Value<?> value, CoercedVariables variables, GraphQLContext context, Locale locale) {
                try {
                    if (value instanceof StringValue text && text.getValue() != null) {
                        return parse.apply(text.getValue());
                    }
                } catch (DateTimeException notSo) {
                    throw new CoercingParseLiteralException(name + " is " + form);
                }
                throw new CoercingParseLiteralException(name + " is " + form + ", as a string");
            }
        };
        return GraphQLScalarType.newScalar().name(name).coercing(coercing).build();
    }
}
