import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type FrameLocator, type Page } from 'playwright-core';
import { z } from 'zod';
import { findBrowser } from '../tools/browser';
import type { RunningSandbox } from './running-sandbox';

const screenshots = join(__dirname, '..', '.sandbox', 'screenshots');

/** The system's Chromium, without a window and without calls of its own to the network. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('The tests need a Chromium. Install one, or name it in CHROMIUM_PATH.');
  const quiet = [
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args: [...quiet, ...root] });
}

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const axeResult = z.object({ violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })) });

export interface Look {
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
}

/** Wide and narrow, light and dark: how every screen is looked at. */
export const looks: readonly Look[] = [
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
  { width: 320, colorScheme: 'light' },
  { width: 320, colorScheme: 'dark' },
];

/** A page as a demo user sees it; what the browser complains about is collected in `complaints`. */
export class Visit {
  private constructor(
    readonly page: Page,
    readonly complaints: string[],
    private readonly sandbox: RunningSandbox,
    private readonly context: BrowserContext,
  ) {}

  static async begin(
    browser: Browser,
    sandbox: RunningSandbox,
    who = 'rhea',
    look: Look = { width: 1280, colorScheme: 'light' },
  ): Promise<Visit> {
    const context = await browser.newContext({ viewport: { width: look.width, height: 900 }, colorScheme: look.colorScheme });
    await context.addCookies([{ name: 'sandbox-user', value: `sandbox:${who}`, url: sandbox.url }]);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    return new Visit(page, complaints, sandbox, context);
  }

  async open(path: string): Promise<void> {
    await this.page.goto(new URL(path, this.sandbox.url).href);
  }

  /** The app's own document. */
  get app(): FrameLocator {
    return this.page.frameLocator('.app-frame iframe');
  }

  /** What axe finds wrong for people who use a keyboard, a screen reader or need contrast, in the app's document (WCAG 2.1 A and AA). */
  async barriers(): Promise<string[]> {
    const frame = this.page.frames().find((candidate) => candidate.url().includes('/app-resource/'));
    await frame?.evaluate(axeSource);
    const found = await frame?.evaluate(`axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })`);
    const { violations } = axeResult.parse(found);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  }

  /** How far the app's document reaches beyond its frame's width, in CSS pixels. */
  async overflow(): Promise<number> {
    const frame = this.page.frames().find((candidate) => candidate.url().includes('/app-resource/'));
    return z.number().parse(await frame?.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'));
  }

  async picture(name: string): Promise<void> {
    mkdirSync(screenshots, { recursive: true });
    await this.page.screenshot({ path: join(screenshots, `${name}.png`) });
  }

  async end(): Promise<void> {
    await this.context.close();
  }
}
