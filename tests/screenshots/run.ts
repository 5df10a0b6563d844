/**
 * `npm run screenshots [-- NAME ...]`: pictures of all screens on demo sites into docs/images, light and dark, wide and narrow. First those
 * of a site as it is, then, on another one, the scenes for which something has to happen.
 */
import type { Browser } from 'playwright-core';
import { openBrowser } from '../open-browser';
import { RunningSandbox } from '../running-sandbox';
import { calmScreens } from './calm-screens';
import { take } from './camera';
import { scenes } from './scenes';
import { Stage } from './stage';

type Wanted = (named: { readonly name: string }) => boolean;

const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(0)} s`;
const say = (name: string, since: number) => process.stdout.write(`${name} (${seconds(since)})\n`);

/** @param kind what the demo site has */
async function onSite(kind: string, work: (sandbox: RunningSandbox) => Promise<void>): Promise<void> {
  const sandbox = await RunningSandbox.start(kind, false, true);
  try {
    await work(sandbox);
  } finally {
    await sandbox.stop();
  }
}

async function takeCalmOnes(browser: Browser, wanted: Wanted): Promise<void> {
  await onSite('600', async (sandbox) => {
    for (const screen of (await calmScreens(sandbox)).filter(wanted)) {
      const since = Date.now();
      await take(browser, sandbox, screen);
      say(screen.name, since);
    }
  });
}

async function takeScenes(browser: Browser, wanted: Wanted): Promise<void> {
  await onSite('300+PAY', async (sandbox) => {
    const stage = await Stage.of(sandbox);
    for (const { name, set } of scenes.filter(wanted)) {
      const since = Date.now();
      await take(browser, sandbox, { name, ...(await set(stage)) });
      await stage.strike();
      say(name, since);
    }
  });
}

async function main(names: readonly string[]): Promise<void> {
  const since = Date.now();
  const wanted: Wanted = ({ name }) => names.length === 0 || names.includes(name);
  const browser = await openBrowser();
  try {
    if (names.length === 0 || names.some((name) => !scenes.some((scene) => scene.name === name)))
      await takeCalmOnes(browser, wanted);
    if (scenes.some(wanted)) await takeScenes(browser, wanted);
  } finally {
    await browser.close();
  }
  say('all of it', since);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
