import { moduleOfType, subPagesOf } from './app-modules';
import type { Sidebar, SidebarLink } from './layout';
import type { PageContext } from './page-context';
import { appSlug } from './parts';

export const appBase = (projectKey: string): string => `/projects/${encodeURIComponent(projectKey)}/apps/${appSlug}`;

/** The project's own pages and, below them, the app's as manifest.yml lists them. */
export function projectSidebar(
  { parts, exchange }: PageContext,
  project: { readonly key: string; readonly name: string },
): Sidebar {
  const here = exchange.url.pathname;
  const base = `/projects/${encodeURIComponent(project.key)}`;
  const entry = (href: string, text: string, appRoute = false): SidebarLink => ({
    href,
    text,
    appRoute,
    current: here === href || here.startsWith(`${href}/`),
  });
  const app = moduleOfType(parts.forge, 'jira:projectPage');
  const pages = app === undefined ? [] : subPagesOf(app);
  const sections = [...new Set(pages.map((page) => page.section))];
  const appGroups = sections.map((section) => ({
    heading: section ?? app?.title ?? null,
    links: pages
      .filter((page) => page.section === section)
      .map((page) => entry(`${appBase(project.key)}/${page.route}`, page.title, true)),
  }));
  const alone =
    app !== undefined && pages.length === 0 ? [{ heading: 'Apps', links: [entry(appBase(project.key), app.title, true)] }] : [];
  return {
    title: project.name,
    groups: [
      {
        heading: null,
        links: [entry(`${base}/issues`, 'Work items'), entry(`${base}/releases`, 'Releases'), entry(`${base}/create`, 'Create')],
      },
      ...appGroups,
      ...alone,
    ],
  };
}

/** Sidebar of Jira's administration. */
export function settingsSidebar({ parts, exchange }: PageContext): Sidebar {
  const entry = (href: string, text: string): SidebarLink => ({
    href,
    text,
    appRoute: false,
    current: exchange.url.pathname.startsWith(href),
  });
  const title = moduleOfType(parts.forge, 'jira:adminPage')?.title;
  return {
    title: 'Settings',
    groups: [
      { heading: null, links: [entry('/settings/workflows', 'Workflows')] },
      { heading: 'Apps', links: title === undefined ? [] : [entry(`/settings/apps/${appSlug}`, title)] },
    ],
  };
}
