import type { UiModule } from '../forge/forge';
import { resourcePath } from './app-modules';
import { showClock } from './dates';
import { html } from './html';
import type { Html, Part } from './html';
import type { PageContext } from './page-context';
import { appSlug } from './parts';
import { people } from './viewer';

/** A sidebar: its heading and its links in groups. */
export interface Sidebar {
  readonly title: string;
  readonly groups: readonly { readonly heading: string | null; readonly links: readonly SidebarLink[] }[];
}
export interface SidebarLink {
  readonly href: string;
  readonly text: string;
  readonly current: boolean;
  /** A page of the app: the browser side moves the app there without loading the page anew. */
  readonly appRoute: boolean;
}

export interface Page {
  readonly title: string;
  readonly sidebar: Sidebar | null;
  readonly content: Part;
}

/** Initials in a circle; decoration, the name stands beside it. */
export function avatar(name: string): Html {
  const initials = name
    .split(/\s+/)
    .map((word) => word.replace(/[^\p{L}]/gu, '').charAt(0))
    .join('')
    .slice(0, 2)
    .toUpperCase();
  return html`<span class="avatar" aria-hidden="true">${initials}</span>`;
}

function userMenu({ parts, viewer, exchange }: PageContext): Html {
  const back = exchange.url.pathname + exchange.url.search;
  const entries = people(parts)
    .slice(0, 40)
    .map(
      (user) =>
        html`<li>
          <button
            class="menu__item"
            name="accountId"
            value="${user.accountId}"
            ${user.accountId === viewer.accountId ? html`aria-current="true"` : null}
          >
            ${avatar(user.displayName)}<span>${user.displayName}<small>${user.emailAddress}</small></span>
          </button>
        </li>`,
    );
  return html`<details class="menu" data-testid="user-menu">
    <summary class="topbar__button" aria-label="Viewing as ${viewer.displayName}. Change user">
      ${avatar(viewer.displayName)}<span class="topbar__name">${viewer.displayName}</span>
    </summary>
    <form class="menu__panel" method="post" action="/sandbox-chrome/viewer">
      <input type="hidden" name="back" value="${back}" />
      <p class="menu__heading">Look at Jira as</p>
      <ul>
        ${entries}
      </ul>
    </form>
  </details>`;
}

function badge({ parts }: PageContext): Html {
  return html`<p class="sandbox-badge">
    Sandbox: development tool on this machine; clock <span data-clock>${showClock(parts.clock.now())}</span>
  </p>`;
}

function topBar(context: PageContext, hasSidebar: boolean): Html {
  const home = encodeURIComponent(context.parts.seed.homeProjectKey);
  const toggle = html`<button
    class="topbar__button topbar__sidebar"
    type="button"
    data-sidebar-toggle
    aria-expanded="false"
    aria-controls="sidebar"
    aria-label="Project menu"
  >
    ☰
  </button>`;
  return html`<header class="topbar">
    ${hasSidebar && toggle}
    <a class="topbar__brand" href="/"><span class="topbar__mark" aria-hidden="true">◆</span>Jira sandbox</a>
    <nav class="topbar__nav" aria-label="Main">
      <a href="/projects">Projects</a>
      <a href="/dashboards">Dashboards</a>
      <a class="button button--primary" href="/projects/${home}/create">Create</a>
    </nav>
    ${badge(context)}
    <div class="topbar__end">
      <button
        class="topbar__button"
        type="button"
        data-theme-toggle
        aria-pressed="false"
        aria-label="Dark theme"
        title="Dark theme"
      >
        ◐
      </button>
      <a class="topbar__button" href="/settings/apps/${appSlug}" aria-label="Settings" title="Settings">⚙</a>
      ${userMenu(context)}
    </div>
  </header>`;
}

function sidebarLink({ href, text, current, appRoute }: SidebarLink): Html {
  return html`<li>
    <a href="${href}" ${appRoute && html`data-app-route`} ${current && html`aria-current="page"`}>${text}</a>
  </li>`;
}

function sidebarHtml(sidebar: Sidebar): Html {
  const groups = sidebar.groups.map(
    ({ heading, links }) =>
      html`${heading !== null && html`<h2 class="sidebar__heading">${heading}</h2>`}
        <ul aria-label="${heading ?? sidebar.title}">
          ${links.map(sidebarLink)}
        </ul>`,
  );
  return html`<nav class="sidebar" id="sidebar" aria-label="${sidebar.title}">
    <p class="sidebar__title">${sidebar.title}</p>
    ${groups}
  </nav>`;
}

/** What the browser side must know of the app's modules: where they live, and which file a modal's resource is. */
function moduleData(modules: readonly UiModule[]): Html {
  const bases = Object.fromEntries(modules.map((module) => [module.key, module.type]));
  const resources = Object.fromEntries(modules.map((module) => [module.resource.key, resourcePath(module)]));
  return html`<div hidden data-module-bases="${JSON.stringify(bases)}" data-app-resources="${JSON.stringify(resources)}"></div>`;
}

/** A whole page in Jira's frame: top bar, sidebar, content. */
export function layout(context: PageContext, { title, sidebar, content }: Page): Html {
  return html`<html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${title} - Jira sandbox</title>
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href="/sandbox-chrome/theme.css" />
      <link rel="stylesheet" href="/sandbox-chrome/chrome.css" />
      <script src="/sandbox-chrome/early-theme.js"></script>
      <script src="/sandbox-chrome/browser.js" defer></script>
    </head>
    <body>
      <a class="skip-link" href="#content">Skip to content</a>
      ${topBar(context, sidebar !== null)}
      <div class="shell">
        ${sidebar !== null && sidebarHtml(sidebar)}
        <main class="content" id="content" tabindex="-1">${content}</main>
      </div>
      ${moduleData(context.parts.forge.uiModules)}
    </body>
  </html>`;
}

/** Jira's sentences on why it refused, announced to screen readers. */
export function refusal(sentences: readonly string[], testId = 'refusal'): Html {
  if (sentences.length === 0) return html``;
  return html`<div class="message message--error" role="alert" tabindex="-1" data-focus data-testid="${testId}">
    ${sentences.map((sentence) => html`<p>${sentence}</p>`)}
  </div>`;
}
