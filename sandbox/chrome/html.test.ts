import { html, link, safeHref } from './html';

test.each([
  ['text', '<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['attribute end', '" onload="x', '&quot; onload=&quot;x'],
  ['single quote and backtick', "'`", '&#39;&#96;'],
  ['ampersand', 'a & b', 'a &amp; b'],
])('%s is escaped', (_name, given, expected) => {
  expect(html`<p title="${given}">${given}</p>`.text).toBe(`<p title="${expected}">${expected}</p>`);
});

test('Html inside Html is not escaped twice, lists are joined, nothing is shown for nothing', () => {
  const items = ['<a>', '<b>'].map((item) => html`<li>${item}</li>`);
  expect(html`${items}${null}${false}${0}`.text).toBe('<li>&lt;a&gt;</li><li>&lt;b&gt;</li>0');
});

test.each(['javascript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', '//elsewhere.example', 'vbscript:x', ''])(
  'the address %s is not followed',
  (address) => {
    expect(safeHref(address)).toBeNull();
    expect(link(address, 'here').text).toBe('here');
  },
);

test.each(['https://example.com/a?b=c', '/browse/SHOP-1', 'mailto:rhea@example.com'])('the address %s is', (address) => {
  expect(safeHref(address)).toBe(address);
});
