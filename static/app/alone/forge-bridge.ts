import { z } from 'zod';

/**
 * In place of `@forge/bridge` in a page of its own: there is no host around it. What the screens ask the back end is answered by what the
 * command put into the page before them, and nothing leaves it.
 */
const answersSchema = z.custom<(name: string, request: unknown) => unknown>((value) => typeof value === 'function');
const hostSchema = z.object({ holdpointAnswers: z.custom<(data: unknown) => unknown>((value) => typeof value === 'function') });
const dataSchema = z.looseObject({ site: z.string().nullable(), people: z.array(z.string()) });

interface Host {
  readonly answers: z.infer<typeof answersSchema>;
  readonly site: string;
  /** Their places are their account ids. */
  readonly people: readonly string[];
}
let opened: Promise<Host> | null = null;

/** @throws where the page is damaged, or the browser too old to unpack it */
async function open(): Promise<Host> {
  const packed = document.getElementById('holdpoint-data')?.textContent ?? '';
  const bytes = Uint8Array.from(atob(packed.trim()), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  const data: unknown = await new Response(stream).json();
  const { holdpointAnswers } = hostSchema.parse(globalThis);
  const { site, people } = dataSchema.parse(data);
  return { answers: answersSchema.parse(holdpointAnswers(data)), site: site ?? '', people };
}

function host(): Promise<Host> {
  opened ??= open();
  return opened;
}

export async function invoke(name: string, request: unknown): Promise<unknown> {
  const { answers } = await host();
  return { kind: 'ok', view: answers(name, request) };
}

/** Of Jira's own interface only the names of people. */
export async function requestJira(path: string): Promise<Response> {
  const { people } = await host();
  const ids = new URL(path, 'https://jira.invalid').searchParams.getAll('accountId');
  const values = ids.map((accountId) => ({ accountId, displayName: people[Number(accountId)] ?? '' }));
  return new Response(JSON.stringify({ values }));
}

export const view = {
  getContext: async () => {
    const { site } = await host();
    return { locale: navigator.language, timezone: 'UTC', siteUrl: site };
  },
  createHistory: () => Promise.reject(new Error('A page of its own has no address to share.')),
  changeWindowTitle: async () => undefined,
  theme: { enable: async () => undefined },
};

export const router = {
  async open(path: string): Promise<void> {
    const { site } = await host();
    if (site !== '') globalThis.open(`${site}${path}`, '_blank', 'noopener');
  },
  navigate: async () => undefined,
  getUrl: async () => null,
};

export const showFlag = (): void => undefined;
