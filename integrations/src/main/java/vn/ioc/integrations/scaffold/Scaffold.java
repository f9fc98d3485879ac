// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.scaffold;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.ioc.schema.RecordModel;

/**
 * Writes the first draft of a source folder: {@code source.yaml}, {@code samples/} and, for a new kind of record, {@code
 * types.graphqls}. Secrecy, audience and sector are left to a person, and the folder does not pass the kit without them.
 */
public final class Scaffold {
    public static final String HTTP = "http-pages";
    public static final String FOLDER = "folder";

    /** Stands where only a person can know. */
    static final String DECIDE = "DECIDE";

    private Scaffold() {}

    /**
     * What a draft is made of.
     *
     * @param name of the source and its folder
     * @param transport {@link #HTTP} or {@link #FOLDER}
     * @param type of the records; one that the model does not know is drafted too
     * @param sector of a new type; {@link #DECIDE} unless given
     * @param address where the sample was read; empty for a file
     */
    public record Options(String name, String transport, String type, String sector, Optional<Address> address) {

        /** @param transport, type, sector proposed where they are empty; @param url of the sample, when it was read there */
        public static Options of(
                String name,
                Optional<String> transport,
                Optional<String> type,
                Optional<String> sector,
                Optional<URI> url,
                boolean json) {
            if (!name.matches("[a-z0-9][a-z0-9-]{0,39}")) {
                throw new ScaffoldException("a source's name is of a-z, 0-9 and -, at most 40 characters");
            }
            String how = transport.orElse(url.isPresent() || json ? HTTP : FOLDER);
            if (!List.of(HTTP, FOLDER).contains(how)) {
                throw new ScaffoldException(
                        "a draft can be made for the transports " + HTTP + " and " + FOLDER + "; write others by hand");
            }
            String what = type.orElse(FieldNames.type(FieldNames.singular(name)));
            if (!what.matches("[A-Z][A-Za-z0-9]{0,60}")) {
                throw new ScaffoldException("a type's name is of letters and digits, a capital first");
            }
            return new Options(name, how, what, sector.orElse(DECIDE), url.map(Address::of));
        }

        /** Begins names of environment variables. */
        String variable() {
            return name.toUpperCase(Locale.ROOT).replace('-', '_');
        }
    }

    /** What was written, and what is left to do, one line each. */
    public record Written(List<Path> files, List<String> decide) {}

    /** Whether a sample is JSON; anything else is taken for CSV. */
    public static boolean isJson(byte[] sample) {
        return Sample.isJson(sample);
    }

    /**
     * Writes the folder.
     *
     * @param folder that must not be there yet
     * @param model that tells whether the type is new
     * @throws ScaffoldException when the sample cannot be read, or the folder cannot be written
     */
    public static Written write(Path folder, Options options, byte[] sample, RecordModel model) {
        if (Files.exists(folder)) {
            throw new ScaffoldException(folder.getFileName() + " is there already; take another name, or remove it");
        }
        Sample read = Sample.read(sample);
        RecordDraft record = RecordDraft.of(options.type(), read.rows());
        boolean known = model.findType(options.type()).isPresent();
        RecordDraft fitting =
                known ? KnownType.fit(record, model.findType(options.type()).orElseThrow()) : record;
        try {
            Path samples = Files.createDirectories(folder.resolve("samples"));
            Path manifest = folder.resolve("source.yaml");
            Files.write(samples.resolve("sample." + read.format()), sample);
            Files.writeString(manifest, ManifestDraft.of(options, read, fitting), StandardCharsets.UTF_8);
            Path types = folder.resolve("types.graphqls");
            if (!known) {
                Files.writeString(types, SdlDraft.of(record, options.sector()), StandardCharsets.UTF_8);
            }
            return new Written(
                    known ? List.of(manifest, samples) : List.of(manifest, types, samples), decide(options, known));
        } catch (IOException e) {
            throw new ScaffoldException("the folder could not be written", e);
        }
    }

    private static List<String> decide(Options options, boolean known) {
        String sector = known || !options.sector().equals(DECIDE) ? "" : ", the sector in types.graphqls";
        return List.of(
                "decide what the files say DECIDE of; the check fails without secrecy, audience" + sector,
                "no person may be in samples/: replace names, phones and numbers by invented ones",
                "run: ./ioc source check " + options.name() + " (writes expected/ the first time, to be read by you)");
    }
}
