// SPDX-License-Identifier: Apache-2.0
// Runs graphql-http's server audits against an endpoint: node audit.mjs URL REPORT, the access token in the variable TOKEN.
// The report is one JSON array of {id, name, status, reason}, in the suite's order; what a finding means is the caller's affair.
import { writeFile } from 'node:fs/promises';
import { serverAudits } from 'graphql-http';

const [url, report] = process.argv.slice(2);
const token = process.env.TOKEN;
if (!url || !report || !token) {
  throw new Error('usage: TOKEN=... node audit.mjs URL REPORT');
}
const signedIn = (target, init = {}) => {
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${token}`);
  return fetch(target, { ...init, headers });
};

const results = [];
for (const audit of serverAudits({ url, fetchFn: signedIn })) {
  const { status, reason } = await audit.fn();
  results.push({ id: audit.id, name: audit.name, status, reason: reason ?? null });
}
await writeFile(report, `${JSON.stringify(results, null, 2)}\n`);
