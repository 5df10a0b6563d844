import { z } from 'zod';
import table from '../operations.json';
import { pathMatcher } from './match-path';

/** Atlassian's operations with the classic scopes that an app needs, derived from the OpenAPI by tools/derive-operations.mjs. */
const operations = z.array(z.tuple([z.string(), z.string(), z.array(z.string())])).parse(table);

export const findOperation = pathMatcher(operations.map(([method, template, value]) => ({ method, template, value })));
