// SPDX-License-Identifier: Apache-2.0
package vn.ioc.hub.api.operation;

import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.language.Document;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import vn.ioc.hub.api.ErrorCode;

/**
 * Finds the document that a client may send, parses, measures and validates documents, and keeps those that passed. A document that is refused gets at most
 * {@link #MOST_ERRORS} errors, each with a code.
 */
public final class OperationDocuments implements PreparsedDocumentProvider {
    /** Errors answered at most. */
    public static final int MOST_ERRORS = 5;

    private final OperationLimits limits;
    private final ValidationWords words;
    private final TrustedDocuments trusted;
    private final OperationCaller caller;
    private final ParserOptions options;
    private final Map<String, PreparsedDocumentEntry> kept;

    public OperationDocuments(
            OperationLimits limits, ValidationWords words, TrustedDocuments trusted, OperationCaller caller) {
        this.limits = limits;
        this.words = words;
        this.trusted = trusted;
        this.caller = caller;
        this.options = ParserOptions.getDefaultOperationParserOptions()
                .transform(o -> o.maxCharacters(limits.document())
                        .maxTokens(limits.tokens())
                        .maxWhitespaceTokens(limits.whitespace())
                        .maxRuleDepth(limits.nesting()));
        this.kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, PreparsedDocumentEntry> eldest) {
                return size() > limits.documents();
            }
        });
    }

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
        try {
            String text = trusted.text(input, caller.client(input.getGraphQLContext()));
            return CompletableFuture.completedFuture(entry(input.transform(i -> i.query(text)), parseAndValidate));
        } catch (Refusal refused) {
            return CompletableFuture.completedFuture(new PreparsedDocumentEntry(refused.error()));
        }
    }

    private PreparsedDocumentEntry entry(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
        PreparsedDocumentEntry known = kept.get(input.getQuery());
        if (known == null) {
            known = read(input, parseAndValidate);
            if (!known.hasErrors()) {
                kept.put(input.getQuery(), known);
            }
        }
        return known;
    }

    private PreparsedDocumentEntry read(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
        DocumentCheck.check(parse(input.getQuery()), limits);
        PreparsedDocumentEntry entry = parseAndValidate.apply(input);
        if (!entry.hasErrors()) {
            return entry;
        }
        List<GraphQLError> errors =
                entry.getErrors().stream().limit(MOST_ERRORS).map(words::coded).toList();
        return new PreparsedDocumentEntry(errors);
    }

    private Document parse(String text) {
        if (text.length() > limits.document()) {
            throw Refusal.tooMany(
                    ErrorCode.LIMIT_DOCUMENT, "characters of the document", text.length(), limits.document());
        }
        try {
            return Parser.parse(ParserEnvironment.newParserEnvironment()
                    .document(text)
                    .parserOptions(options)
                    .locale(Locale.ENGLISH)
                    .build());
        } catch (ParseCancelledTooDeepException tooDeep) {
            throw new Refusal(
                    ErrorCode.LIMIT_DOCUMENT,
                    "the document nests deeper than the " + limits.nesting() + " levels that are allowed");
        } catch (ParseCancelledException tooLong) {
            throw new Refusal(
                    ErrorCode.LIMIT_DOCUMENT,
                    "the document has too many tokens; at most " + limits.tokens() + " and " + limits.whitespace()
                            + " of white space are allowed");
        } catch (InvalidSyntaxException wrong) {
            throw new Refusal(ErrorCode.BAD_REQUEST, ValidationWords.syntax(wrong));
        }
    }
}
