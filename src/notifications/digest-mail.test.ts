import { digestMail } from './digest-mail';

const words = {
  subject: '2 things wait for you',
  sections: [{ heading: 'Waits for your decision', lines: ['SHOP-1: <b>Nothing</b> & more', 'SHOP-2: Slow'] }],
  rest: 'and 3 more',
};

test('a mail has its lines under their headings, and what comes from outside is escaped in its HTML', () => {
  const { subject, textBody, htmlBody } = digestMail(words);
  expect(subject).toBe('Holdpoint: 2 things wait for you');
  expect(textBody).toContain('Waits for your decision\n- SHOP-1: <b>Nothing</b> & more\n- SHOP-2: Slow\n\nand 3 more\n\n');
  expect(htmlBody).toContain('<li>SHOP-1: &lt;b&gt;Nothing&lt;/b&gt; &amp; more</li>');
  expect(htmlBody).not.toContain('<b>');
});

test('where everything stands above, nothing is said of more', () => {
  expect(digestMail({ ...words, rest: null }).textBody).not.toContain('more\n\nYou');
});
