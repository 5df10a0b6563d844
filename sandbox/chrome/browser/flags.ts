import { isCallable, isRecord } from './channel';

const dismissAfter = 8000;
const shown = new Map<string, HTMLElement>();
const types = ['info', 'success', 'warning', 'error'];

function region(): HTMLElement {
  const found = document.querySelector<HTMLElement>('.flags');
  if (found !== null) return found;
  const made = document.createElement('section');
  made.className = 'flags';
  made.setAttribute('aria-label', 'Notifications');
  document.body.append(made);
  return made;
}

function text(tag: string, className: string, content: unknown): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = typeof content === 'string' ? content : '';
  return element;
}

function actionButtons(actions: unknown): HTMLElement {
  const row = text('div', 'flag__actions', '');
  for (const action of Array.isArray(actions) ? actions : []) {
    if (!isRecord(action)) continue;
    const button = text('button', 'button button--subtle', action['text']);
    const onClick = action['onClick'];
    button.addEventListener('click', () => isCallable(onClick) && void onClick());
    row.append(button);
  }
  return row;
}

/** `showFlag` of @forge/bridge: `{id, title, description, type, appearance, actions, isAutoDismiss}`. */
export function showFlag(options: unknown): boolean {
  if (!isRecord(options)) return false;
  const id = String(options['id']);
  closeFlag(id);
  const kind = [options['appearance'], options['type']].map(String).find((name) => types.includes(name)) ?? 'info';
  const flag = text('div', `flag flag--${kind}${types.includes(String(options['appearance'])) ? ' flag--bold' : ''}`, '');
  flag.setAttribute('role', kind === 'error' || kind === 'warning' ? 'alert' : 'status');
  flag.dataset['testid'] = `flag-${id}`;
  const dismiss = text('button', 'button button--subtle flag__dismiss', '×');
  dismiss.setAttribute('aria-label', 'Dismiss');
  dismiss.addEventListener('click', () => closeFlag(id));
  flag.append(text('strong', 'flag__title', options['title']), dismiss);
  if (typeof options['description'] === 'string') flag.append(text('p', 'flag__description', options['description']));
  flag.append(actionButtons(options['actions']));
  region().append(flag);
  shown.set(id, flag);
  if (options['isAutoDismiss'] === true) setTimeout(() => shown.get(id) === flag && closeFlag(id), dismissAfter);
  return true;
}

export function closeFlag(id: unknown): boolean {
  const flag = shown.get(String(id));
  flag?.remove();
  return shown.delete(String(id));
}
