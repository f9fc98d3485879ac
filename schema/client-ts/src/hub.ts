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

/** Asks and subscribes by typed documents. Close it when it has subscribed. */
export class Hub {
  readonly #options: HubOptions;
  #live: Client | undefined;

  constructor(options: HubOptions) {
    this.#options = options;
  }

  /** One connection for all subscriptions, opened with the first. */
  #connection(): Client {
    const { address, token, webSocketImpl } = this.#options;
    this.#live ??= createClient({
      url: `${address.replace(/^http/, "ws")}/graphql`,
      webSocketImpl,
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
  async *subscribe<Data, Variables extends Record<string, unknown>>(
    document: TypedDocumentNode<Data, Variables>,
    ...[variables]: Given<Variables>
  ): AsyncGenerator<Data, void, void> {
    const events = this.#connection().iterate<Data>({ query: print(document), variables: variables ?? {} });
    for await (const event of events) {
      if (event.errors?.length) throw new HubError(event.errors);
      if (event.data) yield event.data;
    }
  }

  async close(): Promise<void> {
    await this.#live?.dispose();
  }
}
