// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.tree;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import vn.ioc.schema.VietnameseText;

/** JSON by streaming; a name that comes twice in one object makes the document unreadable. */
final class JsonDecoder {
    private static final int MOST_SCALE = 64;

    private final Limits limits;
    private final JsonFactory factory;

    JsonDecoder(Limits limits) {
        this.limits = limits;
        this.factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxNumberLength(limits.numberLength())
                        .maxStringLength(limits.bytes())
                        .build())
                .build();
    }

    @Nullable
    Object decode(byte[] bytes) throws DecodeException {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), bytes)) {
            if (parser.nextToken() == null) {
                throw new DecodeException(DecodeException.Reason.UNREADABLE, "is empty");
            }
            Object tree = value(parser, new Nodes(limits));
            if (parser.nextToken() != null) {
                throw new DecodeException(DecodeException.Reason.UNREADABLE, "goes on after its end" + at(parser));
            }
            return tree;
        } catch (StreamConstraintsException e) {
            throw new DecodeException(DecodeException.Reason.HOSTILE, "exceeds a limit of depth or length");
        } catch (JacksonException e) {
            throw new DecodeException(
                    DecodeException.Reason.UNREADABLE,
                    "is not well-formed JSON"
                            + (e.getLocation() == null
                                    ? ""
                                    : at(
                                            e.getLocation().getLineNr(),
                                            e.getLocation().getColumnNr())));
        }
    }

    private @Nullable Object value(JsonParser parser, Nodes nodes) throws DecodeException {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser, nodes);
            case START_ARRAY -> list(parser, nodes);
            case VALUE_STRING -> {
                nodes.one();
                yield VietnameseText.nfc(parser.getString());
            }
            case VALUE_NUMBER_INT -> {
                nodes.one();
                BigInteger number = parser.getBigIntegerValue();
                yield number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
            }
            case VALUE_NUMBER_FLOAT -> {
                nodes.one();
                yield decimal(parser);
            }
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new DecodeException(DecodeException.Reason.UNREADABLE, "is not well-formed JSON" + at(parser));
        };
    }

    private Map<String, @Nullable Object> object(JsonParser parser, Nodes nodes) throws DecodeException {
        nodes.down();
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = VietnameseText.nfc(parser.currentName());
            parser.nextToken();
            object.put(name, value(parser, nodes));
        }
        nodes.up();
        return object;
    }

    private List<@Nullable Object> list(JsonParser parser, Nodes nodes) throws DecodeException {
        nodes.down();
        List<@Nullable Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(parser, nodes));
        }
        nodes.up();
        return list;
    }

    /** An exponent would make a small text a number of any length. */
    private static BigDecimal decimal(JsonParser parser) throws DecodeException {
        BigDecimal number = parser.getDecimalValue();
        if (Math.abs(number.scale()) > MOST_SCALE) {
            throw new DecodeException(DecodeException.Reason.HOSTILE, "has a number out of range" + at(parser));
        }
        return number;
    }

    private static String at(JsonParser parser) {
        return at(parser.currentLocation().getLineNr(), parser.currentLocation().getColumnNr());
    }

    private static String at(int line, int column) {
        return " at line " + line + ", column " + column;
    }
}
