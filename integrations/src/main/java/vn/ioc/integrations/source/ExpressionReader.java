// SPDX-License-Identifier: Apache-2.0
package vn.ioc.integrations.source;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.ioc.integrations.codes.CodeLists;
import vn.ioc.integrations.mapping.DateFunction;
import vn.ioc.integrations.mapping.DaysFunction;
import vn.ioc.integrations.mapping.Expression;
import vn.ioc.integrations.mapping.Functions;
import vn.ioc.integrations.mapping.LookupFunction;
import vn.ioc.integrations.mapping.PointFunction;
import vn.ioc.integrations.mapping.TreePath;

/** Reads expressions: a text is a path, an object is one function with its arguments. */
final class ExpressionReader {
    /** Arguments by function. */
    private static final Map<String, Set<String>> FUNCTIONS = Map.ofEntries(
            Map.entry("text", Set.of()),
            Map.entry("number", Set.of()),
            Map.entry("date", Set.of("formats", "zone", "as", "loose")),
            Map.entry("days", Set.of()),
            Map.entry("lookup", Set.of("list", "column")),
            Map.entry("code", Set.of("list")),
            Map.entry("key", Set.of("join")),
            Map.entry("split", Set.of("by")),
            Map.entry("match", Set.of("regex", "group")),
            Map.entry("point", Set.of()),
            Map.entry("hmac", Set.of()),
            Map.entry("redact", Set.of("known")),
            Map.entry("firstOf", Set.of()),
            Map.entry("when", Set.of("then", "else")));

    /** Stands where a problem was noted, so that reading can go on. */
    private static final Expression NOTHING = new Expression.Path(TreePath.of("`null`"));

    private static final int LARGEST_PROGRAM = 5000;

    private final CodeLists codes;
    private final ManifestProblems problems;

    ExpressionReader(CodeLists codes, ManifestProblems problems) {
        this.codes = codes;
        this.problems = problems;
    }

    TreePath path(Yaml yaml) {
        return path(yaml.line(), yaml.text());
    }

    private TreePath path(int line, String text) {
        try {
            return TreePath.of(text);
        } catch (IllegalArgumentException e) {
            problems.add(line, "'" + text + "' is no path: " + e.getMessage() + "; paths are JMESPath");
            return TreePath.of("`null`");
        }
    }

    /** One expression, or a list of them. */
    List<Expression> expressions(Yaml yaml) {
        return yaml.list().stream().map(this::expression).toList();
    }

    Expression expression(Yaml yaml) {
        if (!(yaml instanceof Yaml.Table table)) {
            return new Expression.Path(path(yaml));
        }
        List<String> functions =
                table.entries().keySet().stream().filter(FUNCTIONS::containsKey).toList();
        if (functions.size() != 1) {
            problems.add(
                    table.line(),
                    "one function is allowed here, not " + functions + "; functions are "
                            + new TreeSet<>(FUNCTIONS.keySet()));
            return NOTHING;
        }
        String function = functions.getFirst();
        Set<String> arguments = FUNCTIONS.getOrDefault(function, Set.of());
        table.entries().keySet().stream()
                .filter(name -> !name.equals(function) && !arguments.contains(name))
                .forEach(name -> problems.add(
                        table.lineOf(name),
                        "'" + name + "' is no argument of " + function + "; allowed are " + new TreeSet<>(arguments)));
        return function(function, table);
    }

    private Expression function(String function, Yaml.Table table) {
        Yaml of = table.get(function);
        return switch (function) {
            case "text" -> new Functions.Text(expression(of));
            case "number" -> new Functions.Number(expression(of));
            case "date" -> date(table, of);
            case "days" -> days(of);
            case "lookup" -> lookup(table, of);
            case "code" -> code(table, of);
            case "key" -> new Functions.Key(expressions(of), argument(table, "join", "/"));
            case "split" -> new Functions.Split(expression(of), argument(table, "by", ";"));
            case "match" -> match(table, of);
            case "point" -> point(of);
            case "hmac" -> new Functions.HmacOf(expression(of));
            case "redact" ->
                new Functions.Redact(
                        expression(of),
                        table.find("known").map(this::expressions).orElse(List.of()));
            case "firstOf" -> new Functions.FirstOf(expressions(of));
            case "when" -> when(table, of);
            default -> throw new IllegalStateException(function + " is in FUNCTIONS");
        };
    }

    Expression point(Yaml of) {
        Yaml.Table point = of.object();
        return new PointFunction(expression(point.get("latitude")), expression(point.get("longitude")));
    }

    private Expression date(Yaml.Table table, Yaml of) {
        List<String> formats = table.find("formats")
                .map(f -> f.list().stream().map(this::format).toList())
                .orElse(List.of());
        ZoneId zone = table.find("zone").map(this::zone).orElse(DateFunction.HERE);
        String as = table.find("as").map(this::pattern).orElse(null);
        boolean loose =
                table.find("loose").map(y -> Boolean.TRUE.equals(y.plain())).orElse(false);
        return new DateFunction(expression(of), formats, zone, as, loose);
    }

    private Expression days(Yaml of) {
        Yaml.Table span = of.object();
        return new DaysFunction(expression(span.get("from")), expression(span.get("to")));
    }

    private Expression lookup(Yaml.Table table, Yaml of) {
        String list = argument(table, "list", "");
        String column = argument(table, "column", "");
        if (!codes.has(list)) {
            problems.add(table.line(), "there is no code list '" + list + "'; known are " + codes.names());
        } else if (!codes.columns(list).contains(column)) {
            problems.add(
                    table.lineOf("column"),
                    "the code list '" + list + "' has no column '" + column + "'; it has " + codes.columns(list));
        }
        return new LookupFunction(expression(of), list, column);
    }

    private String format(Yaml yaml) {
        if (DateFunction.isFormat(yaml.text())) {
            return yaml.text();
        }
        problems.add(
                yaml.line(),
                "'" + yaml.text()
                        + "' is no date format; allowed is e.g. dd/MM/yyyy HH:mm:ss, epochMillis or epochSeconds");
        return "uuuu";
    }

    private String pattern(Yaml yaml) {
        try {
            DateFunction.formatter(yaml.text());
        } catch (IllegalArgumentException e) {
            problems.add(yaml.line(), "'" + yaml.text() + "' is no date pattern; allowed is e.g. dd/MM/yyyy HH:mm:ss");
            return "uuuu";
        }
        return yaml.text();
    }

    private ZoneId zone(Yaml yaml) {
        try {
            return ZoneId.of(yaml.text());
        } catch (DateTimeException e) {
            problems.add(yaml.line(), "'" + yaml.text() + "' is no time zone; allowed is e.g. UTC or Asia/Ho_Chi_Minh");
            return DateFunction.HERE;
        }
    }

    private Expression code(Yaml.Table table, Yaml of) {
        String list = argument(table, "list", "");
        if (!codes.has(list)) {
            problems.add(table.line(), "there is no code list '" + list + "'; known are " + codes.names());
        }
        return new Functions.Code(expression(of), list);
    }

    private Expression match(Yaml.Table table, Yaml of) {
        int group = Integer.parseInt(argument(table, "group", "1"));
        Yaml regex = table.find("regex").orElse(table);
        try {
            Pattern pattern = Pattern.compile(regex.text());
            if (regex.text().isEmpty() || pattern.groupCount() < group || pattern.programSize() > LARGEST_PROGRAM) {
                problems.add(
                        regex.line(),
                        "the regex must be small and have group " + group + "; it has " + pattern.groupCount());
                return NOTHING;
            }
            return new Functions.Match(expression(of), pattern, group);
        } catch (PatternSyntaxException e) {
            problems.add(regex.line(), "the regex is refused: " + e.getDescription() + "; allowed is RE2 syntax");
            return NOTHING;
        }
    }

    private Expression when(Yaml.Table table, Yaml condition) {
        if (table.find("then").isEmpty()) {
            problems.add(table.line(), "when needs then; else may be left out");
        }
        return new Functions.When(
                path(condition),
                table.find("then").map(this::expression).orElse(NOTHING),
                table.find("else").map(this::expression).orElse(NOTHING));
    }

    private static String argument(Yaml.Table table, String name, String otherwise) {
        return table.find(name).map(Yaml::text).orElse(otherwise);
    }

    /** The lists that an expression reads codes with. */
    static Set<String> lists(Expression expression) {
        Set<String> lists = expression.parts().stream()
                .flatMap(p -> lists(p).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (expression instanceof Functions.Code code) {
            lists.add(code.list());
        }
        return lists;
    }
}
