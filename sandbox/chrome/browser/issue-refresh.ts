/** Parts of the issue page that are read anew without loading the app's frames again. */
const partSelector = '[data-issue-part]';

/** `refreshIssueView`: false where the page shows no issue. */
export async function refreshIssueView(): Promise<boolean> {
  if (document.querySelector(partSelector) === null) return false;
  const response = await fetch(window.location.href, { headers: { accept: 'text/html' } });
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const part of document.querySelectorAll<HTMLElement>(partSelector)) {
    const name = part.dataset['issuePart'] ?? '';
    const next = fresh.querySelector(`[data-issue-part="${CSS.escape(name)}"]`);
    if (next !== null && part.querySelector('form textarea, .app-frame') === null)
      part.replaceWith(document.importNode(next, true));
  }
  return true;
}
