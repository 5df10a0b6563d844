import { CSPInjectionService } from '@forge/csp';
import type { Manifest } from './manifest';

/**
 * The header that Forge serves Custom UI with, made by Atlassian's own package from the manifest's permissions. Two of its directives
 * are the host's business and left out: `sandbox` (the iframe element carries it) and `report-uri` (it would leave the machine).
 * Frames may be embedded by the sandbox's own pages only, which come under either name of this machine.
 */
export function contentSecurityPolicyOf(manifest: Manifest, port: string): string {
  const { content, external } = manifest.permissions;
  const quoted = (sources: readonly string[]): string[] => sources.map((source) => (source === 'blob:' ? source : `'${source}'`));
  const directives = new CSPInjectionService().getInjectableCSP({
    existingCSPDetails: {
      'img-src': external.images,
      'media-src': external.media,
      'script-src': [...quoted(content.scripts), ...external.scripts],
      'style-src': [...quoted(content.styles), ...external.styles],
      'connect-src': external.fetch.client,
      'font-src': external.fonts,
      'frame-src': external.frames,
    },
    microsEnv: 'prod',
  });
  return directives
    .filter((directive) => !directive.startsWith('sandbox ') && !directive.startsWith('report-uri '))
    .map((directive) =>
      directive.startsWith('frame-ancestors ') ? `frame-ancestors http://127.0.0.1:${port} http://localhost:${port}` : directive,
    )
    .join('; ');
}
