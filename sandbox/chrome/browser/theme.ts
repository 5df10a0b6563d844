/** Colour mode of the page: the viewer's choice (cookie `sandbox-theme`), else the system's. */
const system = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();
const root = document.documentElement;

const chosen = (): string | undefined => /(?:^|; )sandbox-theme=(light|dark)/.exec(document.cookie)?.[1];
const themeAttribute = 'dark:dark light:light motion:motion shape:shape spacing:spacing typography:typography';

export const colorMode = (): 'light' | 'dark' =>
  (chosen() ?? (system.matches ? 'dark' : 'light')) === 'dark' ? 'dark' : 'light';

export const onThemeChange = (listener: () => void): void => void listeners.add(listener);

/** What a frame needs for `view.theme.enable()`; `stylesheet` must be of the frame's own origin (its CSP says 'self'). */
export function currentTheme(stylesheet: string): Record<string, unknown> {
  return { attributes: { 'data-theme': themeAttribute, 'data-color-mode': colorMode() }, stylesheet };
}

/** `theme` of `view.getContext()`: `ThemeState` of @atlaskit/tokens. */
export const themeState = (): Record<string, unknown> => ({
  colorMode: colorMode(),
  dark: 'dark',
  light: 'light',
  shape: 'shape',
  spacing: 'spacing',
  typography: 'typography',
});

function apply(): void {
  root.setAttribute('data-theme', themeAttribute);
  root.setAttribute('data-color-mode', colorMode());
  for (const toggle of document.querySelectorAll('[data-theme-toggle]')) {
    toggle.setAttribute('aria-pressed', String(colorMode() === 'dark'));
  }
  for (const listener of listeners) listener();
}

/** Applies the theme and makes the top bar's switch work. */
export function startTheme(): void {
  apply();
  system.addEventListener('change', apply);
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || event.target.closest('[data-theme-toggle]') === null) return;
    document.cookie = `sandbox-theme=${colorMode() === 'dark' ? 'light' : 'dark'}; path=/; max-age=31536000; samesite=lax`;
    apply();
  });
}
