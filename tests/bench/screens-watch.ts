import type { Frame, Page, Response } from 'playwright-core';
import { z } from 'zod';

/** How long a screen took to answer what a person did, in milliseconds; what the browser itself saw, without the way of the test to it. */
export interface Watched {
  /** From the click or the key to the paint of what it changed. */
  readonly total: number;
  /** From the question to the whole answer of the back end; null where none was asked. */
  readonly answer: number | null;
  /** From the whole answer to the paint. */
  readonly draw: number | null;
  /** Of the answer, as it was sent, not packed. */
  readonly bytes: number;
}

const times = z.object({ begun: z.number(), ended: z.number() });
const asked = z.object({ functionKey: z.string() });

/** Longest time that something may take, in milliseconds. */
const patience = 30_000;

/**
 * Acts like a person and says how long the change took.
 * @param shown an expression for the document of the app; the change is there when it is another than before, and not null
 * @param name of the call to the back end that the act brings about; null for none
 */
export async function watch(
  page: Page,
  { shown, name }: { readonly shown: string; readonly name: string | null },
  act: () => Promise<unknown>,
): Promise<Watched> {
  const frame = appFrame(page);
  await frame.evaluate(watcher(shown));
  const answering = name === null ? null : page.waitForResponse((response) => isAnswer(response, name), { timeout: patience });
  await act();
  const response = await answering;
  const { begun, ended } = times.parse(await frame.evaluate('window.holdpointBench'));
  if (response === null) return { total: ended - begun, answer: null, draw: null, bytes: 0 };
  const body = await response.body();
  const { startTime, responseEnd } = response.request().timing();
  return { total: ended - begun, answer: responseEnd, draw: ended - startTime - responseEnd, bytes: body.length };
}

export function appFrame(page: Page): Frame {
  const frame = page.frames().find((candidate) => candidate.url().includes('/app-resource/'));
  if (frame === undefined) throw new Error('The page shows no screen of the app.');
  return frame;
}

function isAnswer(response: Response, name: string): boolean {
  const sent = response.url().endsWith('/sandbox-chrome/invoke') ? response.request().postData() : null;
  return sent !== null && asked.safeParse(JSON.parse(sent)).data?.functionKey === name;
}

/** Begins with the next click or key. A message to itself comes after the frame has been painted. */
function watcher(shown: string): string {
  return `void (window.holdpointBench = new Promise((resolve, reject) => {
    const read = () => ${shown};
    const before = read();
    let begun = null;
    const begin = (event) => { begun ??= event.timeStamp; };
    for (const kind of ['click', 'keydown', 'change']) addEventListener(kind, begin, { capture: true, once: true });
    const observer = new MutationObserver(() => {
      const now = read();
      if (begun === null || now === null || now === before) return;
      observer.disconnect();
      clearTimeout(end);
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve({ begun: performance.timeOrigin + begun, ended: performance.timeOrigin + performance.now() });
        port2.postMessage(null);
      });
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const end = setTimeout(() => reject(new Error('Nothing changed.')), ${patience});
  }))`;
}
