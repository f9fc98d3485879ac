// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.territory;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;
import vn.ioc.schema.Properties;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.RecordType;

/** Reads the areas that the graph holds. */
final class AreaReader {
    private final String statement;

    /** @param type the record type of areas, with the links {@code parent} and {@code predecessors} */
    AreaReader(RecordType type) {
        this.statement = "MATCH (a:" + RecordModel.AREA + ") RETURN a.uid AS uid, a.scheme AS scheme, a.code AS code, "
                + "a.name AS name, a.fullName AS fullName, a.validFrom AS validFrom, a.validTo AS validTo, "
                + "a.geometry AS geometry, a." + Properties.COVERS + " AS covers, "
                + targets(type, "parent") + " AS parents, " + targets(type, "predecessors") + " AS predecessors";
    }

    /** @param covers what the node holds as its covered areas; null when nothing was written yet */
    record Row(Area area, @Nullable List<String> covers) {}

    List<Row> read(TransactionContext tx) {
        return tx.run(statement).list(AreaReader::row);
    }

    private static String targets(RecordType type, String link) {
        String relationship = type.findLink(link).orElseThrow().type();
        return "COLLECT { MATCH (a)-[:" + relationship + "]->(t:" + Properties.ENTITY
                + ") RETURN t.uid ORDER BY t.uid }";
    }

    private static Row row(Record row) {
        List<String> parents = row.get("parents").asList(Value::asString);
        Area area = new Area(
                row.get("uid").asString(),
                row.get("scheme").asString(""),
                row.get("code").asString(""),
                row.get("name").asString(""),
                row.get("fullName").asString(""),
                day(row.get("validFrom")),
                day(row.get("validTo")),
                parents.isEmpty() ? null : parents.getFirst(),
                new HashSet<>(row.get("predecessors").asList(Value::asString)),
                row.get("geometry").isNull() ? null : row.get("geometry").asString());
        Value covers = row.get("covers");
        return new Row(area, covers.isNull() ? null : covers.asList(Value::asString));
    }

    private static @Nullable LocalDate day(Value value) {
        return value.isNull() ? null : value.asLocalDate();
    }
}
