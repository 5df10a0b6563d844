import { EgressFilteringService } from '@forge/egress';

/** What `fetch` rejects with for an address that the manifest does not list (ExternalEndpointNotAllowedError, api/out/api/errors.js). */
export class EgressRefused extends Error {
  override readonly name = 'REQUEST_EGRESS_ALLOWLIST_ERR';
  readonly status = 403;

  constructor(address: string) {
    super(
      `URL not included in the external fetch backend permissions: ${address}. Visit go.atlassian.com/forge-egress for more information.`,
    );
  }
}

/** `fetch` that lets through only what `permissions.external.fetch.backend` allows, by Atlassian's own filter. */
export function refuseEgress(allowed: readonly string[], fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  const filter = new EgressFilteringService([...allowed]);
  return async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    if (!URL.canParse(address) || !filter.isValidUrl(address)) throw new EgressRefused(address);
    return fetch(input, init);
  };
}
