// SPDX-License-Identifier: Apache-2.0
// Signing in (authorization code with PKCE) and asking. The token lives in this tab only.

const CLIENT = "console";
const base64url = (bytes) => btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

export class SignedOut extends Error {}

export const token = () => sessionStorage.getItem("token");
export const signedIn = () => token() !== null;

/** Leaves for the issuer; it comes back to /, and from there to the path given. */
export async function signIn(back = "/" + location.hash) {
  const verifier = base64url(crypto.getRandomValues(new Uint8Array(32)));
  const state = base64url(crypto.getRandomValues(new Uint8Array(16)));
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  sessionStorage.setItem("pkce", JSON.stringify({ verifier, state, back }));
  location.assign("/oauth2/authorize?" + new URLSearchParams({
    response_type: "code", client_id: CLIENT, scope: "hub", redirect_uri: location.origin + "/", state,
    code_challenge: base64url(new Uint8Array(digest)), code_challenge_method: "S256",
  }));
}

/** Takes the code that the issuer sent back, if there is one; false when signing in failed. */
export async function finishSignIn() {
  const query = new URLSearchParams(location.search);
  if (!query.has("code") && !query.has("error")) return true;
  const pending = JSON.parse(sessionStorage.getItem("pkce") ?? "{}");
  sessionStorage.removeItem("pkce");
  const back = pending.back ?? "/";
  history.replaceState(null, "", back.startsWith("/#") ? back : "/");
  if (!query.has("code") || !pending.state || pending.state !== query.get("state")) return false;
  const answer = await fetch("/oauth2/token", {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code", client_id: CLIENT, code: query.get("code"),
      redirect_uri: location.origin + "/", code_verifier: pending.verifier,
    }),
  });
  if (!answer.ok) return false;
  sessionStorage.setItem("token", (await answer.json()).access_token);
  if (!/^\/(#|$)/.test(back)) location.replace(back);
  return true;
}

export function signOut() {
  sessionStorage.removeItem("token");
  location.assign("/logout");
}

function said(code) {
  switch (code) {
    case "SEARCH_UNAVAILABLE": return "Tìm kiếm đang tạm ngừng. Dữ liệu vẫn an toàn; xin thử lại sau ít phút.";
    case "GRAPH_UNAVAILABLE": return "Kho dữ liệu đang tạm ngừng; xin thử lại sau ít phút.";
    case "RATE_LIMITED": return "Có quá nhiều câu hỏi cùng lúc; xin đợi một chút rồi thử lại.";
    default: return code?.startsWith("LIMIT_") ? "Câu hỏi quá rộng; xin thu hẹp lại." : "Không thực hiện được yêu cầu này.";
  }
}

/** The data of one operation. @throws SignedOut when the token is no longer good, Error with words for the reader otherwise */
export async function ask(query, variables = {}) {
  let answer;
  try {
    answer = await fetch("/graphql", {
      method: "POST",
      headers: {
        "Content-Type": "application/json", Accept: "application/graphql-response+json",
        Authorization: "Bearer " + token(),
      },
      body: JSON.stringify({ query, variables }),
    });
  } catch {
    throw new Error("Không kết nối được với máy chủ. Xin kiểm tra mạng rồi thử lại.");
  }
  if (answer.status === 401) {
    sessionStorage.removeItem("token");
    throw new SignedOut();
  }
  const body = await answer.json().catch(() => ({ errors: [{}] }));
  if (body.errors?.length) throw new Error(said(body.errors[0].extensions?.code));
  return body.data;
}
