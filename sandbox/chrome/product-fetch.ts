import { z } from 'zod';
import type { ChromeParts } from './parts';

/** `fetchProduct` of the bridge (`@forge/bridge/out/fetch/fetch.js`). */
export const productFetchSchema = z.object({
  product: z.string(),
  restPath: z.string(),
  fetchRequestInit: z.object({
    method: z.string().optional(),
    body: z.string().nullish(),
    headers: z.array(z.tuple([z.string(), z.string()])).default([]),
  }),
  isMultipartFormData: z.boolean().default(false),
});
type ProductFetch = z.infer<typeof productFetchSchema>;

interface ProductResponse {
  readonly body?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly status: number;
  readonly statusText: string;
}

/** Runs a `requestJira` call as the viewer within the app's scopes; other products and uploads are not modelled. */
export async function productResponse(parts: ChromeParts, accountId: string, request: ProductFetch): Promise<ProductResponse> {
  const { product, restPath, fetchRequestInit, isMultipartFormData } = request;
  if (product !== 'jira' || isMultipartFormData) {
    const what = product === 'jira' ? 'requestJira with FormData' : `requests to ${product}`;
    parts.trace.add({ kind: 'unmodelled', what: `bridge ${what}`, status: 501 });
    throw new Error(`The sandbox does not model ${what}`);
  }
  if (!restPath.startsWith('/') || restPath.startsWith('//'))
    throw new Error(`requestJira needs a path of the site, not ${restPath}`);
  const response = await parts.jira.handle({
    method: (fetchRequestInit.method ?? 'GET').toUpperCase(),
    path: restPath,
    headers: Object.fromEntries(fetchRequestInit.headers.map(([name, value]) => [name.toLowerCase(), value])),
    body: fetchRequestInit.body ?? '',
    actor: { kind: 'user', accountId },
    scopes: parts.forge.scopes,
  });
  const { status, headers } = response;
  return { status, statusText: '', headers, ...(response.body === undefined ? {} : { body: JSON.stringify(response.body) }) };
}
