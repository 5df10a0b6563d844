/** What Forge would tell the page. Settings of the address: theme, module, field, value, render, entry. */
export function pageContext(query: URLSearchParams): unknown {
  return {
    locale: 'en-GB',
    timezone: 'Europe/Berlin',
    siteUrl: 'https://example.atlassian.net',
    moduleKey: query.get('field') ?? query.get('module') ?? 'holdpoint-project',
    theme: { colorMode: query.get('theme') ?? 'light' },
    extension: {
      project: { id: '10000', key: 'SHOP' },
      issue: { id: '20000', key: 'SHOP-210' },
      entryPoint: query.get('entry') ?? 'edit',
      renderContext: query.get('render') ?? 'issue-view',
      fieldValue: query.get('value'),
      validatorConfig: query.get('entry') === 'create' ? undefined : { stage: 'production' },
    },
  };
}
