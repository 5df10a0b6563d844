import { AppFrame, addFrame, removeFrame } from './app-frame';
import { isCallable, isRecord } from './channel';
import { note } from './server';

/** Named sizes of `Modal` (@forge/bridge/out/modal/modal.d.ts); the CSS gives them their measures. */
const namedSizes = ['small', 'medium', 'large', 'xlarge', 'max', 'fullscreen', 'resizable'];
const leastHeight = 160;
/** Milliseconds that a closed dialog's frame lives on. */
const linger = 100;

function sourceOf(opener: AppFrame, resource: unknown): string {
  if (typeof resource !== 'string' || resource === '') return opener.settings.src;
  const entry = document.querySelector<HTMLElement>('[data-app-resources]')?.dataset['appResources'] ?? '{}';
  const known: unknown = JSON.parse(entry);
  const path = isRecord(known) ? known[resource] : undefined;
  if (typeof path === 'string') return opener.origin + path;
  note('unmodelled', `modal of resource ${resource}`, '501');
  throw new Error(`The sandbox does not model a modal of resource ${resource}`);
}

function shell(title: string, size: unknown): { dialog: HTMLDialogElement; body: HTMLElement; button: HTMLButtonElement } {
  const dialog = document.createElement('dialog');
  const named = typeof size === 'string' && namedSizes.includes(size) ? size : 'medium';
  dialog.className = `modal modal--${named}`;
  dialog.setAttribute('aria-label', title === '' ? 'Dialog of the app' : title);
  if (isRecord(size) && typeof size['width'] === 'string') dialog.style.width = size['width'];
  const header = document.createElement('header');
  header.className = 'modal__header';
  const heading = document.createElement('h2');
  heading.textContent = title;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button button--subtle';
  button.setAttribute('aria-label', 'Close');
  button.textContent = '×';
  header.append(heading, button);
  const body = document.createElement('div');
  body.className = 'modal__body app-frame';
  dialog.append(header, body);
  document.body.append(dialog);
  return { dialog, body, button };
}

/** `new Modal().open()`: a second iframe in a dialog, whose `extension.modal` is the caller's `context`. */
export function openModal(opener: AppFrame, data: unknown): boolean {
  if (!isRecord(data)) return false;
  const title = typeof data['title'] === 'string' ? data['title'] : '';
  const src = sourceOf(opener, data['resource']);
  const { dialog, body, button } = shell(title, data['size']);
  const onClose = data['onClose'];
  const end = (payload: unknown): void => {
    if (!dialog.open) return;
    dialog.close();
    // The frame is still waiting for the answer to its `close`.
    setTimeout(() => {
      removeFrame(frame);
      dialog.remove();
    }, linger);
    if (isCallable(onClose)) void onClose(payload);
  };
  const frame = addFrame(
    new AppFrame(
      body,
      {
        place: opener.settings.place,
        moduleType: opener.settings.moduleType,
        src,
        base: null,
        title: title === '' ? opener.settings.title : title,
        minHeight: leastHeight,
        extension: { ...opener.settings.extension, modal: data['context'] ?? {} },
        onClose: end,
      },
      opener.callBridge,
    ),
  );
  const dismiss = (): void => void (data['closeOnEscape'] !== false && end(undefined));
  button.addEventListener('click', () => end(undefined));
  dialog.addEventListener('frame-escape', dismiss);
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    dismiss();
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog && data['closeOnOverlayClick'] !== false) end(undefined);
  });
  dialog.showModal();
  return true;
}
