// SPDX-License-Identifier: Apache-2.0
// GraphiQL over HTTP and WebSocket, with the token of this tab.
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import "graphiql/graphiql.css";
import { createClient } from "graphql-ws";
import { createRoot } from "react-dom/client";

const START = `# Ctrl-Space completes, Ctrl-Enter asks. More questions: schema/README.md
{
  viewer { name roles areas }
  petitions(first: 3) {
    totalCount
    edges { node { subject receivedAt status { label } place { fullName } handler { name } } }
  }
}
`;

/** @param element where it is shown; @param token gives the access token; @param expired is called when the hub takes it no more */
export function show(element, token, expired) {
  const signed = () => ({ Authorization: `Bearer ${token()}` });
  const fetcher = createGraphiQLFetcher({
    url: "/graphql",
    fetch: async (url, init) => {
      const answer = await fetch(url, { ...init, headers: { ...init.headers, ...signed() } });
      if (answer.status === 401) expired();
      return answer;
    },
    wsClient: createClient({ url: `${location.origin.replace(/^http/, "ws")}/graphql`, lazy: true, connectionParams: signed }),
  });
  createRoot(element).render(<GraphiQL fetcher={fetcher} defaultQuery={START} shouldPersistHeaders={false} isHeadersEditorEnabled={false} />);
}
