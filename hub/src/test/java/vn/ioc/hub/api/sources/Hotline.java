// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A source of its own type below a folder: calls to a hotline in a CSV. */
record Hotline(Path folder) {
    private static final String SDL = """
            "A call to the hotline."
            type Call @record(sector: PETITIONS, key: ["code"], title: "subject", order: ["code"], plural: "calls") {
              "Its number."
              code: String!
              "What it was about."
              subject: String!
              "The day of the call."
              calledOn: Date!
              "Who took it."
              taker: String @personal(kind: OFFICIAL)
            }
            """;
    static final String HEADER = "ma,tieu_de,nguoi_goi,nguoi_nhan,ngay,kin,phien_ban\n";
    private static final String CALLS = "  calls:\n";
    static final String DAYS = "[d/M/yyyy]";

    /** @param formats of the day, as the manifest lists them */
    void source(String formats) throws IOException {
        Desk.write(folder.resolve("hotline/types.graphqls"), SDL);
        Desk.write(manifest(), """
                name: hotline
                title: Đường dây nóng
                rhythm: 1d
                transport: {template: folder, path: data, every: 1h}
                streams:
                  calls:
                    files: "*.csv"
                    format: csv
                    secrecy: none
                    audience: {when: "kin == '1'", then: "'RESTRICTED'", else: "'INTERNAL'"}
                    records:
                      - type: Call
                        key: ma
                        version: {number: phien_ban}
                        values:
                          subject: {redact: tieu_de, known: [nguoi_goi]}
                          taker: nguoi_nhan
                          calledOn: {date: ngay, formats: %s}
                """.formatted(formats));
    }

    /** A second stream with the same calls, which the source pushes. */
    void withPushed() throws IOException {
        String manifest = Files.readString(manifest());
        Desk.write(manifest(), manifest + pushed(manifest.substring(manifest.indexOf(CALLS))));
    }

    /** The calls are pushed, and only so. */
    void onlyPushed() throws IOException {
        String manifest = Files.readString(manifest());
        int streams = manifest.indexOf(CALLS);
        Desk.write(manifest(), manifest.substring(0, streams) + pushed(manifest.substring(streams)));
    }

    private static String pushed(String calls) {
        return calls.replace(CALLS, "  pushed:\n    transport: {template: push}\n")
                .replace("    files: \"*.csv\"\n", "");
    }

    private Path manifest() {
        return folder.resolve("hotline/source.yaml");
    }

    void data(Stream<String> rows) throws IOException {
        Desk.write(folder.resolve("hotline/data/calls.csv"), HEADER + rows.collect(Collectors.joining("\n")) + "\n");
    }

    static String row(int number, String day, String secret, int version) {
        return number + ",Đường hỏng " + number + ",Trần Thử,Lê Mẫu," + day + "," + secret + "," + version;
    }
}
