// SPDX-License-Identifier: Apache-2.0
package vn.ioc.schema;

import graphql.GraphQLError;
import graphql.language.SourceLocation;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.MultiSourceReader;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.errors.SchemaProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses SDL files as one document, so that errors name file, line and column. */
final class SdlReader {
    private SdlReader() {}

    static TypeDefinitionRegistry parse(List<SdlFile> files) {
        MultiSourceReader.Builder reader = MultiSourceReader.newMultiSourceReader();
        files.forEach(f -> reader.string(f.text() + "\n", f.name()));
        try {
            return new SchemaParser().parse(reader.trackData(true).build());
        } catch (SchemaProblem problem) {
            GraphQLError first = problem.getErrors().getFirst();
            SourceLocation at =
                    first.getLocations() == null || first.getLocations().isEmpty()
                            ? null
                            : first.getLocations().getFirst();
            boolean syntax = problem.getErrors().stream().anyMatch(e -> e instanceof graphql.InvalidSyntaxError);
            throw new SchemaException(
                    syntax ? SchemaException.Reason.SYNTAX : SchemaException.Reason.CLASH,
                    where(at),
                    first.getMessage());
        } catch (InvalidSyntaxException e) {
            throw new SchemaException(
                    SchemaException.Reason.SYNTAX, where(e.getLocation()), String.valueOf(e.getMessage()));
        }
    }

    /** {@code file:line:column}, as far as known. */
    static String where(@Nullable SourceLocation at) {
        if (at == null) {
            return "";
        }
        String file = at.getSourceName() == null ? "sdl" : at.getSourceName();
        return file + ":" + at.getLine() + ":" + at.getColumn();
    }
}
