// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.kit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.ioc.integrations.codes.CodeException;
import vn.ioc.integrations.intake.Batch;
import vn.ioc.integrations.source.SourceCatalog;
import vn.ioc.integrations.source.SourceException;
import vn.ioc.integrations.source.SourceManifest;
import vn.ioc.integrations.source.StreamManifest;
import vn.ioc.schema.SchemaException;
import vn.ioc.schema.SdlFile;

/** The contract kit: runs on the folders as they are, with no hub and no network. */
public final class ContractKit {
    private final SourceCatalog catalog;

    public ContractKit(SourceCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Checks one source among others, since its SDL, code lists and ownership must go with theirs. A catalog that cannot even
     * be read gives one failed line.
     */
    public static List<Check.Line> run(Collection<Path> folders, Collection<SdlFile> sdl, String source) {
        String name = source + ": the folder can be read, and what it names exists";
        try {
            ContractKit kit = new ContractKit(SourceCatalog.load(folders, sdl));
            if (kit.catalog.find(source).isEmpty()) {
                List<String> known = kit.catalog.sources().stream()
                        .map(SourceManifest::name)
                        .sorted()
                        .toList();
                return List.of(
                        new Check.Line(name, List.of("there is no source '" + source + "'; known are " + known)));
            }
            List<Check.Line> lines = new ArrayList<>();
            lines.add(new Check.Line(name, List.of()));
            kit.checks(source).forEach(check -> lines.add(check.run()));
            return lines;
        } catch (SourceException e) {
            return List.of(new Check.Line(name, e.problems()));
        } catch (SchemaException | CodeException e) {
            return List.of(new Check.Line(name, List.of(String.valueOf(e.getMessage()))));
        }
    }

    /** The checks of one source, not run yet. @throws IllegalArgumentException when there is no such source */
    public List<Check> checks(String source) {
        SourceManifest manifest = find(source);
        List<Check> checks = new ArrayList<>();
        manifest.streams()
                .forEach(stream -> checks.addAll(new StreamChecks(manifest, stream, catalog.codes()).checks()));
        checks.addAll(new FolderChecks(manifest, catalog.codes()).checks());
        return checks;
    }

    /**
     * What the manifest claims, stream by stream, and what the samples have beyond what it takes; for a person to read.
     * Empty when the catalog cannot be read, which {@link #run} tells.
     */
    public static List<String> claims(Collection<Path> folders, Collection<SdlFile> sdl, String source) {
        try {
            return new ContractKit(SourceCatalog.load(folders, sdl)).claims(source);
        } catch (SourceException | SchemaException | CodeException | IllegalArgumentException toldByRun) {
            return List.of();
        }
    }

    private List<String> claims(String source) {
        List<String> lines = new ArrayList<>();
        Map<String, Batch> samples = samples(source);
        for (StreamManifest stream : find(source).streams()) {
            Claims claims = new Claims(stream);
            lines.addAll(claims.lines());
            Batch batch = samples.get(stream.id().stream());
            if (batch != null) {
                lines.addAll(claims.notTaken(batch));
            }
        }
        return lines;
    }

    /** What the samples of a source become, by stream: a preview that needs no network. */
    public Map<String, Batch> samples(String source) {
        SourceManifest manifest = find(source);
        Map<String, Batch> batches = new TreeMap<>();
        for (StreamManifest stream : manifest.streams()) {
            batches.put(stream.id().stream(), new Samples(manifest, stream, catalog.codes()).readAll());
        }
        return batches;
    }

    private SourceManifest find(String source) {
        return catalog.find(source)
                .orElseThrow(() -> new IllegalArgumentException("there is no source '" + source + "'"));
    }
}
