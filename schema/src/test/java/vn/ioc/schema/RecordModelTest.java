// SPDX-License-Identifier: Apache-2.0
package vn.ioc.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RecordModelTest {
    private final RecordModel model = RecordModel.withBuiltIn(List.of());

    @Test
    void readsTheBuiltInTypes() {
        assertThat(model.types())
                .extracting(RecordType::name)
                .contains("Area", "Organization", "Document", "Petition", "Contact", "Dossier", "Mention")
                .doesNotHaveDuplicates();
        assertThat(model.type("Petition").local()).isTrue();
        assertThat(model.type("Document").placeThrough()).contains("issuer");
    }

    @Test
    void derivesReverseAndTerritoryLinks() {
        assertThat(model.type("Organization").links())
                .containsKeys("documents", "receivedDocuments", "petitions", "units");
        assertThat(model.type("Organization")
                        .findLink("documents")
                        .orElseThrow()
                        .keyProperty())
                .contains("issuerKey");
        assertThat(model.type("Area").findLink("petitions").orElseThrow().origin())
                .isEqualTo(RecordLink.Origin.TERRITORY);
        assertThat(model.type("Petition").findLink("place").orElseThrow().keyProperty())
                .contains("placeKey");
    }

    @Test
    void addsATypeFromOutsideWithItsOwnSector() {
        SdlFile gauge = new SdlFile("gauge.graphqls", """
                extend enum Sector { WATER }
                "A gauge." type Gauge @record(sector: WATER, key: ["code"], title: "name", plural: "gauges") {
                  code: String! name: String! @search(as: NAME) body: Organization @link(type: "RUN_BY", inverse: "gauges") }
                """);
        RecordModel wider = RecordModel.withBuiltIn(List.of(gauge));
        assertThat(wider.sectors()).contains("WATER", "PETITIONS");
        assertThat(wider.type("Organization").links()).containsKey("gauges");
        assertThat(wider.type("Area").links()).containsKey("gauges");
    }

    @Test
    void namesFileAndLineOfAMisspeltArgument() {
        SdlFile bad = new SdlFile(
                "bad.graphqls",
                "type X @record(sector: FIRE, key: [\"a\"], titel: \"a\", plural: \"xs\") {\n a: String! }");
        assertThatThrownBy(() -> RecordModel.withBuiltIn(List.of(bad)))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("bad.graphqls:1:")
                .hasMessageContaining("titel")
                .hasMessageContaining("title");
    }

    @Test
    void namesTheSectorsThatThereAreWhenOneIsNot() {
        SdlFile bad = new SdlFile(
                "bad.graphqls",
                "type X @record(sector: AIR, key: [\"a\"], title: \"a\", plural: \"xs\") {\n a: String! }");
        assertThatThrownBy(() -> RecordModel.withBuiltIn(List.of(bad)))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("bad.graphqls:1:")
                .hasMessageContaining("'sector' takes one of CAMERAS, ")
                .hasMessageContaining("extend enum Sector");
    }

    @Test
    void namesFileAndLineOfASyntaxError() {
        assertThatThrownBy(() -> RecordModel.withBuiltIn(List.of(new SdlFile("cut.graphqls", "type X {\n a: "))))
                .isInstanceOf(SchemaException.class)
                .hasMessageContaining("cut.graphqls:");
    }

    @Test
    void refusesARecordTypeWithoutLinkDirective() {
        SdlFile bad = new SdlFile(
                "bad.graphqls",
                "type X @record(sector: FIRE, key: [\"a\"], title: \"a\", plural: \"xs\") { a: String! o: Organization }");
        assertThatThrownBy(() -> RecordModel.withBuiltIn(List.of(bad))).hasMessageContaining("needs @link");
    }

    @Test
    void refusesADefaultOrderThatWouldTellAPersonalValue() {
        SdlFile bad = new SdlFile(
                "bad.graphqls",
                "type X @record(sector: FIRE, key: [\"a\"], title: \"a\", order: [\"b\"], plural: \"xs\") {"
                        + " a: String! b: Date! @personal(kind: PERSON) }");
        assertThatThrownBy(() -> RecordModel.withBuiltIn(List.of(bad))).hasMessageContaining("'b' is personal");
    }
}
