// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ioc.integrations.Sources;
import vn.ioc.integrations.intake.Batch;
import vn.ioc.integrations.kit.Check;
import vn.ioc.integrations.kit.ContractKit;
import vn.ioc.integrations.source.SourceCatalog;
import vn.ioc.schema.RecordModel;

/** From a sample to a folder that passes the kit, with the edits that the draft asks for and no others. */
final class ScaffoldTest {
    private static final String JSON = """
            {"meta": {"total": 3, "next_cursor": "b2"}, "data": {"stations": [
              {"station_id": "T01", "name": "Suối Đá", "updated_at": "2026-06-01T08:00:00+07:00", "active": true,
               "location": {"lat": 15.31, "lon": 108.22}, "operator_phone": "0900 000 001",
               "readings": [{"day": "2026-05-31", "mm": 12.5}, {"day": "2026-06-01", "mm": 0}]},
              {"station_id": "T02", "name": "Nước Xa", "updated_at": "2026-06-01T08:05:00+07:00", "active": false,
               "location": {"lat": 15.28, "lon": 108.19}, "operator_phone": "0900 000 002", "readings": []},
              {"station_id": "T03", "name": "Trà Giác", "updated_at": "2026-06-01T08:10:00+07:00", "active": true,
               "location": {"lat": 15.22, "lon": 108.15}, "operator_phone": null,
               "readings": [{"day": "2026-06-01", "mm": 3.2}]}]}}
            """;
    private static final String CSV = """
            Mã trạm;Tên trạm;Ngày đặt;Độ cao;Mã xã;Họ tên người trực
            0101;Trạm Suối Đá;15/3/2018;420;20926;Trần Thử
            0102;Trạm Nước Xa;1/12/2019;610;20929;Lê Mẫu
            """;

    @TempDir
    private Path sources;

    private Path draft(String name, String sample, Optional<URI> url) {
        byte[] bytes = sample.getBytes(StandardCharsets.UTF_8);
        Scaffold.Options options = Scaffold.Options.of(
                name, Optional.empty(), Optional.empty(), Optional.empty(), url, Scaffold.isJson(bytes));
        Scaffold.write(sources.resolve(name), options, bytes, RecordModel.withBuiltIn(List.of()));
        return sources.resolve(name);
    }

    /** What the draft says that a person must decide. */
    private static void decide(Path folder) throws IOException {
        Path types = folder.resolve("types.graphqls");
        Files.writeString(types, Files.readString(types).replace("sector: DECIDE", "sector: FIRE"));
        Path manifest = folder.resolve("source.yaml");
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replace("secrecy: DECIDE", "secrecy: none")
                        .replace("audience: DECIDE", "audience: \"'INTERNAL'\""));
    }

    private List<Check.Line> check(String name) {
        return ContractKit.run(List.of(Sources.BUILT_IN, sources), List.of(), name);
    }

    private Batch samples(String name) {
        return new ContractKit(SourceCatalog.load(List.of(sources), List.of()))
                .samples(name)
                .values()
                .iterator()
                .next();
    }

    @Test
    void jsonWithANestedListAndACursorBecomesTwoTypesOfRecord() throws IOException {
        Path folder = draft(
                "rain-stations",
                JSON,
                Optional.of(URI.create("https://mua.example.vn/v1/stations?region=515&token=abc")));
        String yaml = Files.readString(folder.resolve("source.yaml"));
        assertThat(yaml)
                .contains("template: http-pages", "url: ${RAIN_STATIONS_URL:-https://mua.example.vn}")
                .contains("path: /v1/stations", "region: '515'", "items: data.stations", "total: meta.total")
                .contains("next: meta.next_cursor")
                .contains("# operatorPhone: operator_phone # looks personal")
                .doesNotContain("abc");
        assertThat(check("rain-stations")).anyMatch(line -> !line.kept());

        decide(folder);

        List<Check.Line> first = check("rain-stations");
        assertThat(first.stream().filter(l -> !l.kept()))
                .singleElement()
                .satisfies(line -> assertThat(line.problems()).allMatch(p -> p.contains("is written now")));
        assertThat(check("rain-stations")).allMatch(Check.Line::kept);
        assertThat(samples("rain-stations").changes())
                .extracting(c -> c.key().uid())
                .containsExactlyInAnyOrder(
                        "RainStation:rain-stations/T01",
                        "RainStation:rain-stations/T02",
                        "RainStation:rain-stations/T03",
                        "RainStationReading:rain-stations/T01/2026-05-31",
                        "RainStationReading:rain-stations/T01/2026-06-01",
                        "RainStationReading:rain-stations/T03/2026-06-01");
        assertThat(samples("rain-stations").changes().getFirst().places()).isNotEmpty();
    }

    @Test
    void csvWithSemicolonsAndVietnameseHeadersBecomesOneType() throws IOException {
        Path folder = draft("tram-do", CSV, Optional.empty());
        decide(folder);

        check("tram-do");
        assertThat(check("tram-do")).allMatch(Check.Line::kept);

        Batch batch = samples("tram-do");
        assertThat(batch.rejections()).isEmpty();
        assertThat(batch.changes()).hasSize(2).first().satisfies(change -> {
            assertThat(change.key().uid()).isEqualTo("TramDo:tram-do/0101");
            assertThat(change.values())
                    .containsEntry("tenTram", "Trạm Suối Đá")
                    .containsEntry("doCao", 420L)
                    .containsEntry("ngayDat", java.time.LocalDate.of(2018, 3, 15))
                    .doesNotContainValue("Trần Thử");
            assertThat(change.places()).hasSize(1);
        });
    }

    @Test
    void whatCannotBeDraftedIsRefusedWithAReason() {
        assertThatThrownBy(() -> draft("plain", "{\"a\": 1}", Optional.empty()))
                .isInstanceOf(ScaffoldException.class)
                .hasMessageContaining("no list of objects");
        assertThatThrownBy(() -> draft("Wrong Name", CSV, Optional.empty())).hasMessageContaining("a-z, 0-9 and -");
        draft("twice", CSV, Optional.empty());
        assertThatThrownBy(() -> draft("twice", CSV, Optional.empty())).hasMessageContaining("is there already");
    }
}
