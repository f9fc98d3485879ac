// SPDX-License-Identifier: Apache-2.0
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { type GraphQLFormattedError, print } from "graphql";
import { type Client, createClient } from "graphql-ws";

export interface HubOptions {
  /** Address of the hub without a path, e.g. http://localhost:8080. */
  readonly address: string;
  /** An access token that is still good; asked for before each operation and each connection. */
  readonly token: () => string | Promise<string>;
  /** Implementation of WebSocket where the platform has none, as on Node before 22: that of `ws`. Only for subscriptions. */
  readonly webSocketImpl?: unknown;
}

/** The hub refused or could not answer; `code` is `extensions.code` of the first error, as schema/README.md lists them. */
export class HubError extends Error {
  readonly code: string;

  constructor(readonly errors: readonly GraphQLFormattedError[], options?: ErrorOptions) {
    super(errors.map((error) => error.message).join("; "), options);
    this.name = "HubError";
    this.code = String(errors[0]?.extensions?.["code"] ?? "INTERNAL");
  }
}

/** Variables have to be given unless all of them are optional. */
type Given<Variables> = Record<never, never> extends Variables ? [variables?: Variables] : [variables: Variables];

/** Ends of a stream after which it goes on from its last cursor, as schema/README.md says of each. */
const PASSING: ReadonlySet<string> = new Set(["UNAUTHENTICATED", "LIMIT_SLOW", "RATE_LIMITED", "GRAPH_UNAVAILABLE"]);
const UNAUTHORIZED_CLOSE = 4401;
const FIRST_PAUSE_MILLIS = 500;
const LONGEST_PAUSE_MILLIS = 30_000;

/** Asks and subscribes by typed documents. Close it when it has subscribed. */
export class Hub {
  readonly #options: HubOptions;
  #live: Client | undefined;
  #closed = false;

  constructor(options: HubOptions) {
    this.#options = options;
  }

  /** One connection for all subscriptions, opened with the first. */
  #connection(): Client {
    const { address, token, webSocketImpl } = this.#options;
    this.#live ??= createClient({
      url: `${address.replace(/^http/, "ws")}/graphql`,
      webSocketImpl,
      // Asking the same again would repeat what came since: follow() goes on from the last cursor instead.
      retryAttempts: 0,
      connectionParams: async () => ({ Authorization: `Bearer ${await token()}` }),
    });
    return this.#live;
  }

  /** The data of one query or mutation. @throws HubError when the hub reports any error */
  async ask<Data, Variables extends Record<string, unknown>>(
    document: TypedDocumentNode<Data, Variables>,
    ...[variables]: Given<Variables>
  ): Promise<Data> {
    const answer = await fetch(`${this.#options.address}/graphql`, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Accept: "application/graphql-response+json",
        Authorization: `Bearer ${await this.#options.token()}`,
      },
      body: JSON.stringify({ query: print(document), variables: variables ?? {} }),
    });
    const body = (await answer.json()) as { data?: Data; errors?: GraphQLFormattedError[] };
    if (body.errors?.length) throw new HubError(body.errors);
    if (!body.data) throw new Error(`no GraphQL answer, status ${answer.status}`);
    return body.data;
  }

  /** The events of one subscription, in order; leaving the loop ends it. @throws HubError when the hub ends it with an error */
  subscribe<Data, Variables extends Record<string, unknown>>(
    document: TypedDocumentNode<Data, Variables>,
    ...[variables]: Given<Variables>
  ): AsyncGenerator<Data, void, void> {
    return this.#events<Data>(document, variables ?? {});
  }

  /**
   * Changes since a cursor, without end and each once: after a broken connection, a stop of the hub or the token's expiry it goes on
   * from the last cursor, with a token that is asked for anew. The document selects `changes { cursor }` and takes `$since`.
   * @throws HubError when going on is no use: the token is refused, the cursor is too old, the document is wrong
   */
  async *follow<Data extends { readonly changes: { readonly cursor: string } }, Variables extends Record<string, unknown>>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables & { readonly since: string },
  ): AsyncGenerator<Data, void, void> {
    let since = variables.since;
    let pause = FIRST_PAUSE_MILLIS;
    while (!this.#closed) {
      try {
        for await (const data of this.#events<Data>(document, { ...variables, since })) {
          since = data.changes.cursor;
          pause = FIRST_PAUSE_MILLIS;
          yield data;
        }
      } catch (problem) {
        if (problem instanceof HubError && (problem.cause || !PASSING.has(problem.code))) throw problem;
      }
      if (this.#closed) return;
      await this.#disconnect();
      await new Promise((resolve) => setTimeout(resolve, pause));
      pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
    }
  }

  async *#events<Data>(document: TypedDocumentNode<Data, never>, variables: Record<string, unknown>): AsyncGenerator<Data, void, void> {
    try {
      for await (const event of this.#connection().iterate<Data>({ query: print(document), variables })) {
        if (event.errors?.length) throw new HubError(event.errors);
        if (event.data) yield event.data;
      }
    } catch (problem) {
      throw asHubError(problem);
    }
  }

  async #disconnect(): Promise<void> {
    const live = this.#live;
    this.#live = undefined;
    // It waits for a connection that is being opened; one that could not be opened has no end.
    await Promise.resolve(live?.dispose()).catch(() => undefined);
  }

  /** Ends all subscriptions. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#disconnect();
  }
}

/** A stream's errors come as a list; a token that is refused closes the connection, which is the cause then. */
function asHubError(problem: unknown): unknown {
  if (Array.isArray(problem)) return new HubError(problem as GraphQLFormattedError[]);
  if (typeof problem === "object" && problem !== null && "code" in problem && problem.code === UNAUTHORIZED_CLOSE) {
    return new HubError([{ message: "the hub refuses the token", extensions: { code: "UNAUTHENTICATED" } }], { cause: problem });
  }
  return problem;
}
