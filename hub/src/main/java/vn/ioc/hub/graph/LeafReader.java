// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ioc.schema.VietnameseText;

/** Reads the operators that are given for one field. */
final class LeafReader {
    private final Slots slots;

    LeafReader(Slots slots) {
        this.slots = slots;
    }

    /** One condition per operator. */
    List<Condition> read(Readable field, Map<String, @Nullable Object> operators, boolean negated) {
        List<Condition> conditions = new ArrayList<>();
        operators.forEach((operator, value) -> {
            if (value == null) {
                throw GraphException.badRequest(
                        "'" + operator + "' takes a value; ask for missing values with isNull: true");
            }
            conditions.add(one(field, operator, value, negated));
        });
        return conditions;
    }

    private Condition one(Readable field, String operator, Object value, boolean negated) {
        return switch (operator) {
            case "eq" -> compare(field, Condition.Operator.EQUAL, value, negated);
            case "ne" -> compare(field, Condition.Operator.EQUAL, value, !negated);
            case "in" -> compare(field, Condition.Operator.IN, value, negated);
            case "lt" -> compare(field, Condition.Operator.LESS, value, negated);
            case "lte" -> compare(field, Condition.Operator.LESS_OR_EQUAL, value, negated);
            case "gt" -> compare(field, Condition.Operator.GREATER, value, negated);
            case "gte" -> compare(field, Condition.Operator.GREATER_OR_EQUAL, value, negated);
            case "contains" -> text(field, Condition.Operator.CONTAINS, value, negated);
            case "startsWith" -> text(field, Condition.Operator.STARTS_WITH, value, negated);
            case "has" -> compare(field, Condition.Operator.HAS, value, negated);
            case "within" -> new Condition.Located(field.property(), RegionReader.read(value, slots), negated);
            case "isNull" -> new Condition.Missing(field.property(), negated == value.equals(true));
            case "isEmpty" -> new Condition.Empty(field.property(), negated == value.equals(true));
            default -> throw GraphException.badRequest("no operator '" + operator + "'");
        };
    }

    private Condition compare(Readable field, Condition.Operator operator, Object value, boolean negated) {
        Object stored = value instanceof List<?> list
                ? list.stream()
                        .map(v -> Values.stored(field.scalar(), v, slots.now()))
                        .toList()
                : Values.stored(field.scalar(), value, slots.now());
        return new Condition.Compare(field.property(), operator, slots.add(stored), negated);
    }

    private Condition text(Readable field, Condition.Operator operator, Object value, boolean negated) {
        String property = field.comparable().orElseThrow(() -> GraphException.badRequest("only texts have parts"));
        String part = VietnameseText.comparable(Values.text(value));
        return new Condition.Compare(property, operator, slots.add(part), negated);
    }
}
