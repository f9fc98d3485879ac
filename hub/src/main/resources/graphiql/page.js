// SPDX-License-Identifier: Apache-2.0
// Signs in as the page for leaders does, then shows GraphiQL with that token.
import { ask, signIn, signOut, signedIn, SignedOut, token } from "/console/session.js";
import { show } from "./graphiql.js";

const viewer = document.getElementById("viewer");
const leave = document.getElementById("leave");
const here = () => signIn(location.pathname);

async function start() {
  if (!signedIn()) return here();
  try {
    viewer.textContent = `signed in as ${(await ask("{ viewer { name } }")).viewer.name}`;
  } catch (problem) {
    if (problem instanceof SignedOut) return here();
    viewer.textContent = problem.message;
  }
  leave.hidden = false;
  leave.addEventListener("click", signOut);
  show(document.getElementById("graphiql"), token, here);
}

await start();
