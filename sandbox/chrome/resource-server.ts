import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { otherLoopbackOrigin } from './browser/loopback-origin';
import { resourceSegment } from './app-modules';
import { textAnswer } from './exchange';
import type { Answer, Exchange } from './exchange';
import type { ChromeParts } from './parts';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** Absolute path of a file below `directory`; null for a path that leaves it, by whatever spelling. */
export function fileBelow(directory: string, requested: string): string | null {
  const decoded = decodePath(requested);
  if (decoded === null || decoded.includes('\0') || decoded.includes('\\')) return null;
  const root = path.resolve(directory);
  const file = path.resolve(root, `./${decoded}`);
  return file.startsWith(root + path.sep) ? file : null;
}

function decodePath(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/**
 * Forge's header for the app's pages with what only the host can know: only the sandbox's page embeds them, and 'self' for
 * connections is their own files, as on the CDN of the real platform, not the sandbox's REST API that shares the origin here.
 */
export function framePolicy(policy: string, frameOrigin: string): string {
  return policy
    .split(';')
    .map((directive) => directive.trim())
    .filter((directive) => directive !== '')
    .map((directive) => {
      if (directive.startsWith('frame-ancestors')) return `frame-ancestors ${otherLoopbackOrigin(frameOrigin)}`;
      return directive.startsWith('connect-src') ? directive.replace("'self'", `${frameOrigin}/app-resource/`) : directive;
    })
    .join('; ');
}

/** Puts the bridge script before every script of the page. */
export function withBridge(page: string): string {
  const script = '<script src="/app-resource/.bridge/bridge.js"></script>';
  const head = /<head(?:\s[^>]*)?>/i.exec(page);
  if (head === null) return `${script}${page}`;
  const end = head.index + head[0].length;
  return page.slice(0, end) + script + page.slice(end);
}

/** A file of the built app under `/app-resource/<module key>/…`. */
export async function appResource(parts: ChromeParts, exchange: Exchange): Promise<Answer> {
  const [segment = '', ...rest] = exchange.url.pathname.slice('/app-resource/'.length).split('/');
  const module = parts.forge.uiModules.find(
    (candidate) => resourceSegment(candidate) === encodeURIComponent(decodePath(segment) ?? ''),
  );
  if (module === undefined) return textAnswer(404, `manifest.yml has no screen "${segment}".`);
  const directory = path.resolve(parts.repoRoot, module.resource.directory);
  const file = fileBelow(directory, rest.join('/') || module.resource.file);
  if (file === null) return textAnswer(403, 'This path leaves the app’s folder.');
  const found = await stat(file).catch(() => null);
  if (found === null || !found.isFile()) return missing(module.resource.directory, rest.join('/'));
  const type = contentTypes[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
  const headers = {
    'content-type': type,
    'cache-control': 'no-store',
    'content-security-policy': framePolicy(parts.forge.contentSecurityPolicy(), exchange.origin),
  };
  if (!file.endsWith('.html')) return { status: 200, headers, body: await readFile(file) };
  return { status: 200, headers, body: withBridge(await readFile(file, 'utf8')) };
}

function missing(directory: string, file: string): Answer {
  return textAnswer(404, `${directory} has no file ${file}. Is the app's interface built? npm start builds it; see README.md.`);
}
