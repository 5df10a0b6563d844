import { isRecord, textOr } from './channel';

/**
 * What `view.theme.enable()` sees to on the real platform: Atlaskit's theme attributes on `<html>` and the tokens' CSS, so that
 * `var(--ds-…)` has values. The CSS is `@atlaskit/tokens`' own, served beside this script.
 */
export async function applyTheme(theme: unknown): Promise<true> {
  const attributes = isRecord(theme) && isRecord(theme['attributes']) ? theme['attributes'] : {};
  for (const [name, value] of Object.entries(attributes)) document.documentElement.setAttribute(name, String(value));
  document.documentElement.style.colorScheme = textOr(attributes['data-color-mode'], 'light');
  const sheet = isRecord(theme) && typeof theme['stylesheet'] === 'string' ? theme['stylesheet'] : null;
  if (sheet !== null && document.querySelector('link[data-sandbox-theme]') === null) {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = sheet;
    link.dataset['sandboxTheme'] = '';
    const loaded = new Promise((resolve) => {
      link.onload = resolve;
      link.onerror = resolve;
    });
    document.head.prepend(link);
    await loaded;
  }
  return true;
}
