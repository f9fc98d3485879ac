// SPDX-License-Identifier: Apache-2.0
// The public schema, read so that a record of any type can be shown: its fields, and the Vietnamese terms in its descriptions.

const TOKEN = /#[^\n]*|"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"|[A-Za-z_]\w*|[{}()[\]!:=|@&]|-?\d[\d.]*/g;

/** Types, interfaces and enums by name: {kind, description, interfaces, fields: [{name, description, type, list, needsArguments}]}. */
export function read(sdl) {
  const tokens = sdl.match(TOKEN).filter((token) => !token.startsWith("#"));
  const types = new Map();
  let at = 0;
  let description = "";
  const text = (token) => token.replace(/^"+|"+$/g, "").trim().replace(/\s+/g, " ");
  const skip = (open, close) => {
    let depth = 0;
    do {
      if (tokens[at] === open) depth++;
      if (tokens[at] === close) depth--;
      at++;
    } while (depth > 0);
  };
  const member = () => {
    const said = tokens[at].startsWith('"') ? text(tokens[at++]) : "";
    const field = { name: tokens[at++], description: said, type: "", list: false, needsArguments: false };
    if (tokens[at] === "(") {
      const from = at;
      skip("(", ")");
      field.needsArguments = /: \[?\w+[\]!]*! (?!=)/.test(tokens.slice(from, at).filter((t) => !t.startsWith('"')).join(" ").replace(/ ([!\]:])/g, "$1"));
    }
    if (tokens[at] === ":") {
      for (at++; ["[", "]", "!"].includes(tokens[at]) || !field.type; at++) {
        if (tokens[at] === "[") field.list = true;
        else if (/\w/.test(tokens[at])) field.type = tokens[at];
      }
    }
    while (tokens[at] === "@") {
      at += 2;
      if (tokens[at] === "(") skip("(", ")");
    }
    return field;
  };
  while (at < tokens.length) {
    const token = tokens[at++];
    if (token.startsWith('"')) description = text(token);
    else if (["type", "interface", "enum"].includes(token)) {
      const type = { kind: token, description, interfaces: [], fields: [] };
      types.set(tokens[at++], type);
      while (tokens[at] !== "{") type.interfaces.push(tokens[at++]);
      for (at++; tokens[at] !== "}";) type.fields.push(member());
      at++;
      description = "";
    } else if (token === "input") {
      at++;
      while (tokens[at] !== "{") at++;
      skip("{", "}");
    }
  }
  return types;
}

/** The Vietnamese term in a description: what stands in its first brackets; null when there is none. */
export function term(description) {
  const inside = /\(([^)]*)\)/.exec(description ?? "")?.[1];
  if (!inside) return null;
  const words = inside.split(",").map((part) => part.trim()).filter((part) => !/\d/.test(part)).join(", ");
  return words ? words[0].toUpperCase() + words.slice(1) : null;
}

let loaded;
/** The schema of this hub, fetched once. */
export const schema = () => (loaded ??= fetch("/schema.graphqls").then((answer) => answer.text()).then(read));
