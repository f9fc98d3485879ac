// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.source;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.ioc.integrations.codes.CodeFile;
import vn.ioc.integrations.codes.CodeLists;
import vn.ioc.schema.RecordModel;
import vn.ioc.schema.SdlFile;

/**
 * All source folders: first their SDL and code lists, then, against the whole model, their manifests. Read at start, immutable.
 */
public final class SourceCatalog {
    private static final String MANIFEST = "source.yaml";

    private final RecordModel model;
    private final CodeLists codes;
    private final Map<String, SourceManifest> sources;

    private SourceCatalog(RecordModel model, CodeLists codes, Map<String, SourceManifest> sources) {
        this.model = model;
        this.codes = codes;
        this.sources = Collections.unmodifiableMap(sources);
    }

    /**
     * Reads every source folder found in the given folders; a folder that itself has a {@code source.yaml} is one.
     *
     * @param sdl files beside the built-in SDL and those of the source folders
     * @throws SourceException with the problems of all sources, one line each
     * @throws vn.ioc.schema.SchemaException when the SDL of all of them does not fit together
     */
    public static SourceCatalog load(Collection<Path> folders, Collection<SdlFile> sdl) {
        List<Path> found =
                folders.stream().flatMap(f -> sourceFolders(f).stream()).toList();
        List<SdlFile> files = new ArrayList<>(sdl);
        List<CodeFile> lists = new ArrayList<>();
        found.forEach(folder -> {
            files.addAll(sdl(folder));
            if (Files.isRegularFile(folder.resolve("codes.csv"))) {
                lists.add(CodeFile.read(folder.resolve("codes.csv")));
            }
        });
        RecordModel model = RecordModel.withBuiltIn(files);
        CodeLists codes = CodeLists.withBuiltIn(lists);
        return new SourceCatalog(model, codes, manifests(found, new ManifestReader(model, codes)));
    }

    private static Map<String, SourceManifest> manifests(List<Path> folders, ManifestReader reader) {
        Map<String, SourceManifest> sources = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        SourceException.Reason reason = SourceException.Reason.MEANING;
        for (Path folder : folders) {
            Path file = folder.resolve(MANIFEST);
            try {
                SourceManifest manifest = reader.read(folder, file.toString(), text(file));
                if (sources.putIfAbsent(manifest.name(), manifest) != null) {
                    problems.add(file + ":1: there is a source '" + manifest.name() + "' already; names are used once");
                }
            } catch (SourceException e) {
                reason = e.reason();
                problems.addAll(e.problems());
            }
        }
        problems.addAll(owners(sources.values()));
        if (!problems.isEmpty()) {
            throw new SourceException(reason, problems);
        }
        return sources;
    }

    /** Two owners of one field cannot both decide it. */
    private static List<String> owners(Collection<SourceManifest> sources) {
        Map<String, String> owners = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (SourceManifest source : sources) {
            for (String field : source.owns()) {
                String other = owners.putIfAbsent(field, source.name());
                if (other != null) {
                    problems.add(source.folder().resolve(MANIFEST) + ":1: owns '" + field + "', which " + other
                            + " owns already; one owner is allowed");
                }
            }
        }
        return problems;
    }

    /** Reference sources first, then the others, each in the order of their folders. */
    public List<SourceManifest> sources() {
        return Stream.concat(
                        sources.values().stream().filter(SourceManifest::reference),
                        sources.values().stream().filter(s -> !s.reference()))
                .toList();
    }

    public Optional<SourceManifest> find(String name) {
        return Optional.ofNullable(sources.get(name));
    }

    /** The model of the built-in SDL, the given files and those of all source folders. */
    public RecordModel model() {
        return model;
    }

    /** The built-in code lists and those of all source folders. */
    public CodeLists codes() {
        return codes;
    }

    /** The {@code *.graphqls} files of all source folders below the given ones, for who builds the model first. */
    public static List<SdlFile> sdlIn(Collection<Path> folders) {
        return folders.stream()
                .flatMap(f -> sourceFolders(f).stream())
                .flatMap(f -> sdl(f).stream())
                .toList();
    }

    private static List<SdlFile> sdl(Path folder) {
        return SdlFile.in(folder);
    }

    private static List<Path> sourceFolders(Path folder) {
        if (Files.isRegularFile(folder.resolve(MANIFEST))) {
            return List.of(folder.toAbsolutePath().normalize());
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(f -> Files.isRegularFile(f.resolve(MANIFEST)))
                    .map(f -> f.toAbsolutePath().normalize())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new SourceException(
                    SourceException.Reason.NOT_FOUND, List.of(folder + ":1: is no folder that can be read"));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new SourceException(SourceException.Reason.SYNTAX, List.of(file + ":1: is not UTF-8 text"));
        } catch (IOException e) {
            throw new SourceException(SourceException.Reason.NOT_FOUND, List.of(file + ":1: cannot be read"));
        }
    }
}
