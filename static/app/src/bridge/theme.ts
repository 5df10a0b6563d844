import { view } from '@forge/bridge';

function hasTokens(): boolean {
  return getComputedStyle(document.documentElement).getPropertyValue('--ds-text').trim() !== '';
}

/**
 * Lets Jira theme the page. A host that gives no design tokens gets Atlaskit's own, which only then are loaded.
 * @param colorMode of the page's context; anything but light and dark follows the system
 */
export async function enableTheme(colorMode: string | undefined): Promise<void> {
  await view.theme.enable().catch(() => undefined);
  if (!hasTokens()) await chooseColors(colorMode === 'light' || colorMode === 'dark' ? colorMode : 'auto');
}

/** Atlaskit's own design tokens, for a page that no host themes. */
export async function chooseColors(colorMode: 'auto' | 'light' | 'dark'): Promise<void> {
  const { setGlobalTheme } = await import('@atlaskit/tokens/set-global-theme');
  await setGlobalTheme({
    colorMode,
    light: 'light',
    dark: 'dark',
    spacing: 'spacing',
    typography: 'typography',
    shape: 'shape',
  });
}
