#!/usr/bin/env node
/**
 * Makes sandbox/jira/operations.json from Atlassian's OpenAPI of the Jira Cloud platform: one line per operation,
 * `[method, path template, classic OAuth scopes]`. The project ships this table and not the specification itself.
 *
 *   node tools/derive-operations.mjs ../shared/openapi/jira-platform-v3.json.gz
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];
const source = process.argv[2];
if (source === undefined) {
  console.error('Usage: node tools/derive-operations.mjs <OpenAPI file, .json or .json.gz>');
  process.exit(2);
}
const bytes = readFileSync(source);
const spec = JSON.parse((source.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));

/** Classic and granular scopes are alternatives; the classic ones are those in state Current. */
function classicScopes(operation) {
  const alternatives = operation['x-atlassian-oauth2-scopes'];
  if (alternatives !== undefined) {
    return alternatives.find((alternative) => alternative.state === 'Current')?.scopes ?? [];
  }
  return (operation.security ?? []).flatMap((entry) => entry.OAuth2 ?? []);
}

const rows = [];
for (const [path, operations] of Object.entries(spec.paths)) {
  for (const method of METHODS) {
    if (operations[method] !== undefined) {
      rows.push([method.toUpperCase(), path, [...classicScopes(operations[method])].sort()]);
    }
  }
}
rows.sort((a, b) => (a[1] === b[1] ? a[0].localeCompare(b[0]) : a[1] < b[1] ? -1 : 1));

const target = join(dirname(fileURLToPath(import.meta.url)), '..', 'sandbox', 'jira', 'operations.json');
writeFileSync(target, `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`);
console.log(`${rows.length} operations written to ${target}`);
