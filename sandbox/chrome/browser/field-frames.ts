import type { FrameSettings } from './app-frame';

/**
 * A custom field's own editor (`edit.resource`) stands in a form of the page: `view.submit(value)` fills the form's hidden input with
 * the value as JSON. On the issue it also saves, on the create form it only stays there until Create, as in Jira.
 */
export function fieldHandlers(element: HTMLElement): Pick<FrameSettings, 'onSubmit' | 'onClose'> {
  const form = element.closest('form');
  const name = element.dataset['fieldInput'];
  const input = name === undefined ? null : form?.querySelector<HTMLInputElement>(`input[name="${CSS.escape(name)}"]`);
  if (form === null || input === null || input === undefined) return {};
  const saves = element.dataset['submits'] === 'now';
  const closes = element.dataset['closesTo'];
  return {
    onSubmit: (value) => {
      input.value = JSON.stringify(value ?? null);
      if (saves) form.requestSubmit();
    },
    ...(closes === undefined ? {} : { onClose: () => window.location.assign(closes) }),
  };
}
