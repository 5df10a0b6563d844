/** `npm run screenshots [-- NAME]`: pictures of all screens on the demo site into docs/images, light and dark, wide and narrow. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { looks, openBrowser, Visit } from '../open-browser';
import { RunningSandbox, type Person } from '../running-sandbox';

interface Screen {
  readonly name: string;
  readonly path: string;
  /** What is there when the screen is. */
  readonly sign: string;
  readonly who?: Person;
  /** The part that is shown where it is not all of the screen. */
  readonly part?: string;
}

const folder = join(__dirname, '..', '..', 'docs', 'images');
const height = 900;
/** Charts and texts have settled by then. */
const settled = 900;

async function screensOf(sandbox: RunningSandbox): Promise<readonly Screen[]> {
  const page = (route: string) => `/projects/SHOP/apps/holdpoint/${route}`;
  const version = await sandbox.versionId('SHOP', '4.2.0');
  const defect = await worstDefect(sandbox);
  return [
    { name: 'releases', path: page('releases'), sign: '.release' },
    { name: 'readiness', path: page(`readiness/${version}`), sign: '.stage-card' },
    { name: 'triage', path: page('triage'), sign: 'h1' },
    { name: 'deferrals', path: page('deferrals'), sign: 'h1' },
    { name: 'aging', path: page('aging'), sign: '[data-chart]' },
    { name: 'flow', path: page('flow'), sign: '[data-chart]' },
    { name: 'escapes', path: page('escapes'), sign: '[data-chart]' },
    { name: 'repair', path: page('repair'), sign: '[data-chart]' },
    { name: 'forecast', path: page('forecast'), sign: '[data-chart]' },
    { name: 'scope', path: page(`scope/${version}`), sign: '[data-section="planned"]' },
    { name: 'pipelines', path: page('pipelines'), sign: '[data-section="live"]' },
    { name: 'decisions', path: page('decisions'), sign: 'h1' },
    { name: 'data-quality', path: page('data-quality'), sign: 'h1' },
    { name: 'panel', path: `/browse/${defect}`, sign: 'h2' },
    { name: 'settings', path: '/settings/apps/holdpoint', sign: 'h1', who: 'admin' },
    { name: 'gates', path: '/settings/apps/holdpoint', sign: '[data-gate]', who: 'admin', part: '[data-gate="production"]' },
    {
      name: 'control',
      path: page(`readiness/${version}`),
      sign: '[data-section="control"] .summary',
      part: '[data-section="control"]',
    },
    {
      name: 'timeline',
      path: page(`readiness/${version}`),
      sign: '[data-section="timeline"] li',
      part: '[data-section="timeline"]',
    },
  ];
}

async function worstDefect(sandbox: RunningSandbox): Promise<string> {
  const [found] = await sandbox.search('project = SHOP AND issuetype = Bug AND statusCategory != Done ORDER BY created ASC');
  if (found === undefined) throw new Error('The demo site has no open defect.');
  return found.key;
}

async function take(browser: Browser, sandbox: RunningSandbox, screen: Screen): Promise<void> {
  for (const look of looks) {
    const visit = await Visit.begin(browser, sandbox, screen.who ?? 'rhea', look);
    await visit.page.setViewportSize({ width: look.width, height });
    await visit.open(screen.path);
    await visit.app.locator(screen.sign).first().waitFor();
    await visit.page.waitForTimeout(settled);
    const path = join(folder, `${screen.name}-${look.width}-${look.colorScheme}.png`);
    if (screen.part === undefined) await visit.page.screenshot({ path });
    else await visit.app.locator(screen.part).first().screenshot({ path });
    await visit.end();
  }
  process.stdout.write(`${screen.name}\n`);
}

async function main(wanted: string | undefined): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const sandbox = await RunningSandbox.start('600');
  const browser = await openBrowser();
  try {
    const screens = await screensOf(sandbox);
    for (const screen of screens.filter(({ name }) => wanted === undefined || name === wanted)) {
      await take(browser, sandbox, screen);
    }
  } finally {
    await browser.close();
    await sandbox.stop();
  }
}

main(process.argv[2]).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
