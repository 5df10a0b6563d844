/** Menus are `<details>`: they close on Escape and on a click elsewhere, and the sidebar opens on small screens. */
export function startMenus(): void {
  document.addEventListener('click', (event) => {
    for (const menu of document.querySelectorAll<HTMLDetailsElement>('details.menu[open]')) {
      if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
    }
    const toggle = event.target instanceof Element ? event.target.closest('[data-sidebar-toggle]') : null;
    if (toggle === null) return;
    const open = document.body.classList.toggle('sidebar-open');
    toggle.setAttribute('aria-expanded', String(open));
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const menu of document.querySelectorAll<HTMLDetailsElement>('details.menu[open]')) {
      menu.open = false;
      menu.querySelector('summary')?.focus();
    }
  });
}
