// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.scaffold;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code source.yaml} of a draft. Where only a person can know it says DECIDE, and does not pass the kit before. */
final class ManifestDraft {
    private final Scaffold.Options options;
    private final Sample sample;
    private final StringBuilder yaml = new StringBuilder();

    private ManifestDraft(Scaffold.Options options, Sample sample) {
        this.options = options;
        this.sample = sample;
    }

    static String of(Scaffold.Options options, Sample sample, RecordDraft record) {
        ManifestDraft draft = new ManifestDraft(options, sample);
        draft.head();
        draft.stream(record);
        return draft.yaml.toString();
    }

    private void head() {
        line("# A draft by `ioc source new`, from one sample. What it says DECIDE of, nobody but you can know.");
        line("name: " + options.name());
        line("title: " + options.name() + " # DECIDE: what people call it");
        line("rhythm: 1d # DECIDE: how often the source itself changes; older news is stale");
        if (options.transport().equals(Scaffold.FOLDER)) {
            line("transport: {template: folder, path: data, every: 1h} # DECIDE: path of the files, from this folder");
        } else {
            line("transport:");
            line("  template: http-pages");
            line("  every: 5m # DECIDE: the pause between two pulls");
            line("  url: ${" + options.variable() + "_URL"
                    + options.address().map(a -> ":-" + a.base()).orElse("") + "}");
            if (options.address().filter(Address::credential).isPresent()) {
                line(
                        "  # DECIDE: the sample's address has a credential. It comes from outside, and never stands here:");
                line("  headers: {Authorization: \"Bearer ${" + options.variable() + "_TOKEN}\"}");
            } else {
                line("  # headers: {Authorization: \"Bearer ${" + options.variable()
                        + "_TOKEN}\"} # if it asks for one");
            }
        }
        line("streams:");
    }

    private void stream(RecordDraft record) {
        line("  " + FieldNames.plural(record.type()).toLowerCase(java.util.Locale.ROOT) + ":");
        if (options.transport().equals(Scaffold.FOLDER)) {
            line("    files: \"*." + sample.format() + "\"");
            line(
                    "    # deletions: {by: listing} # if the files together list all there is, so that what is not in them is gone");
        } else {
            request();
        }
        line("    samples: \"sample.*\"");
        line("    format: " + sample.format());
        if (!sample.items().equals("@")) {
            line("    items: " + quoted(sample.items()));
        }
        line("    secrecy: " + Scaffold.DECIDE
                + " # none, or {fields: […], marked: […]}: where a mark of secrecy would stand");
        line("    audience: " + Scaffold.DECIDE
                + " # PUBLIC, INTERNAL or RESTRICTED, in quotes inside of quotes: \"'INTERNAL'\"");
        line("    records:");
        record(record);
        record.parts().forEach(this::record);
    }

    private void request() {
        line("    request:");
        line("      path: " + options.address().map(Address::path).orElse("/ # DECIDE: below the url"));
        String parameters = options.address().map(Address::parameters).orElse("");
        if (!parameters.isEmpty()) {
            line("      parameters: {" + parameters + "}");
        }
        sample.next()
                .ifPresent(next -> line("      page: {next: " + quoted(next)
                        + ", parameter: cursor, rows: " + sample.rows().size()
                        + "} # DECIDE: the parameter that takes what next gave"));
        if (sample.next().isEmpty()) {
            line("      # page: {number: page, size: size, rows: "
                    + sample.rows().size() + "} # if the list has pages");
        }
        line(
                "      # since: {parameter: from, format: yyyy-MM-dd, lookback: 1d} # if it can be asked for changes only");
        sample.total()
                .ifPresent(total -> line("    response: {total: " + quoted(total)
                        + "} # the number of rows in all pages; add counts: rest if of those from this page on"));
    }

    private void record(RecordDraft record) {
        boolean part = record.parent().isPresent();
        String from = part ? "each." : "";
        line("      - type: " + record.type());
        record.each().ifPresent(each -> line("        each: " + quoted(FieldNames.step(each))));
        line("        # DECIDE whether the key stays the same when the item changes.");
        line("        key: "
                + (part
                        ? "["
                                + quoted("item."
                                        + record.parent().orElseThrow().key().path()) + ", "
                                + quoted(from + record.key().path()) + "]"
                        : quoted(record.key().path())));
        version(record);
        line("        values:");
        record.values().stream()
                .filter(c -> !c.equals(record.key()))
                .forEach(c -> line("          " + c.field() + ": " + expression(c, from)));
        if (record.values().size() == 1) {
            yaml.setLength(yaml.length() - 1);
            line(" {}");
        }
        record.left()
                .forEach(
                        c -> line(
                                "          # " + c.field() + ": " + expression(c, from)
                                        + " # looks personal: left out. {hmac: …} for an official number, {redact: …} for a text that may name people"));
        if (part) {
            line("        links:");
            line("          " + record.parentName() + ": "
                    + quoted("item." + record.parent().orElseThrow().key().path()));
        }
        place(record, from);
    }

    private void version(RecordDraft record) {
        Optional<Column> own = record.version();
        Optional<Column> parents = record.parent().flatMap(RecordDraft::version);
        if (own.isPresent()) {
            line("        version: " + expression(own.get(), record.parent().isPresent() ? "each." : ""));
        } else if (parents.isPresent()) {
            line("        version: " + expression(parents.get(), "item."));
        } else {
            line("        version: snapshot # no update time was seen: the newest pull wins");
        }
    }

    private void place(RecordDraft record, String from) {
        Optional<Column> latitude = find(record, Role.LATITUDE);
        Optional<Column> longitude = find(record, Role.LONGITUDE);
        Optional<Column> code = find(record, Role.AREA_CODE);
        Optional<Column> name = find(record, Role.AREA_NAME);
        if (record.parent().isPresent() || (code.isEmpty() && name.isEmpty() && latitude.isEmpty())) {
            return;
        }
        line("        place: # clues, best first");
        code.ifPresent(c -> line("          - {code: " + quoted(from + c.path()) + "}"));
        if (latitude.isPresent() && longitude.isPresent()) {
            line("          - {point: {latitude: "
                    + quoted(from + latitude.get().path()) + ", longitude: "
                    + quoted(from + longitude.get().path()) + "}}");
        }
        name.filter(n -> code.filter(n::equals).isEmpty())
                .ifPresent(c -> line("          - {name: " + quoted(from + c.path())
                        + ", within: \"515\"} # DECIDE: the area in which the name is looked for"));
    }

    private static Optional<Column> find(RecordDraft record, Role role) {
        return record.values().stream().filter(c -> c.says(role)).findFirst();
    }

    private static String expression(Column column, String from) {
        String path = quoted(from + column.path());
        return switch (column.kind()) {
            case INT, FLOAT -> "{number: " + path + "}";
            case DATE, DATE_TIME ->
                column.formats().isEmpty()
                        ? "{date: " + path + "}"
                        : "{date: " + path + ", formats: " + list(column.formats()) + "}";
            case BOOLEAN, TEXT, TEXTS -> path;
        };
    }

    private static String list(List<String> texts) {
        return texts.stream().map(t -> "\"" + t + "\"").collect(Collectors.joining(", ", "[", "]"));
    }

    /** Plain where YAML reads it as the same text. */
    static String quoted(String text) {
        return text.matches("[A-Za-z_][A-Za-z0-9_.]*") ? text : "'" + text.replace("'", "''") + "'";
    }

    private void line(String line) {
        yaml.append(line).append('\n');
    }
}
