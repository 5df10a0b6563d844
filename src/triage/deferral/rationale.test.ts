import { aRationale } from './deferral.fixture';
import { meaningfulWords, rationaleProblems, textLikeness } from './rationale';

const check = (text: string, earlier: readonly string[] = [], summary = 'Exported invoices are off by a cent') =>
  rationaleProblems(text, { leastWords: 8, earlier, summary });

test.each([
  ['English', aRationale],
  [
    'German',
    'Nur Händler mit mehreren Währungen sehen den Rundungsfehler in exportierten Rechnungen, etwa vier pro Woche, und der Support korrigiert sie innerhalb eines Tages von Hand.',
  ],
  [
    'French',
    'Seuls les marchands qui facturent en plusieurs devises voient cet écart d’arrondi, environ quatre factures exportées; le support rectifie chacune à la main dans la journée.',
  ],
  [
    'Spanish',
    'Solo los comercios con varias monedas ven el redondeo incorrecto en facturas exportadas, unas cuatro cada mes, y soporte las rectifica a mano el mismo día.',
  ],
  [
    'Polish',
    'Tylko sprzedawcy rozliczający kilka walut widzą błędne zaokrąglenie eksportowanych faktur, około czterech miesięcznie, a dział wsparcia ręcznie koryguje każdą fakturę.',
  ],
  [
    'Russian',
    'Только продавцы с несколькими валютами видят неверное округление в выгруженных счетах, примерно четыре раза в месяц, и поддержка вручную поправляет каждый счёт.',
  ],
  ['Japanese', '複数通貨の加盟店だけが請求書の端数誤差に遭遇し、月に四件ほどで、サポート担当が当日中に手作業で訂正しています。'],
  ['Chinese', '只有使用多种货币的商户会在导出发票时遇到四舍五入误差，每月大约四次，客服当天人工更正金额并通知财务人员。'],
])('a rationale that says something will do in %s', (_language, text) => {
  expect(check(text)).toEqual([]);
});

test.each([
  ['nothing', '   ', 'Say why this defect can wait'],
  ['that it is later', 'We will fix this in the next release because there is no time now.', 'could be said of any defect'],
  [
    'low priority',
    'Low priority issue, not critical, can wait until a later version. To be fixed later.',
    'could be said of any defect',
  ],
  ['a mark', 'tbd', 'could be said of any defect'],
  ['n/a over and over', 'n/a n/a n/a N/A N.A. - - -', 'could be said of any defect'],
  ['letters', 'xxxxxxxx yyyy zzzzzzz aaaaaa bbbbb cccc dddd eeee ffff', 'could be said of any defect'],
  ['dots and numbers', '... 1234 5678 !!! ???', 'could be said of any defect'],
  [
    'keys only',
    'See SHOP-12, SHOP-13 and OPS-9 https://example.com/why/this/waits/until/next/spring/comes',
    'could be said of any defect',
  ],
  ['filler text', 'Lorem ipsum dolor sit amet, consectetur adipiscing elit', 'could be said of any defect'],
  ['the same in German', 'Wird im nächsten Release behoben, jetzt keine Zeit, niedrige Priorität.', 'needed'],
  ['in French', 'Reporté à la prochaine version, pas le temps maintenant, priorité basse.', 'could be said of any defect'],
  ['in Spanish', 'Pospuesto para la próxima versión, ahora no hay tiempo, prioridad baja.', 'could be said of any defect'],
  ['in Russian', 'Исправим позже, в следующей версии, сейчас нет времени, низкий приоритет.', 'could be said of any defect'],
  ['one word many times', 'invoice '.repeat(40), '1 of its words says something of this defect (invoice), and 8 are needed'],
  ['too little', 'Merchants rarely export invoices.', 'and 8 are needed'],
])('%s is refused, and the message says what is missing', (_what, text, message) => {
  expect(check(text).join(' ')).toContain(message);
});

test.each([
  ['the same', aRationale],
  ['in capitals with other numbers', `${aRationale.toUpperCase()} 42`],
  ['with other marks', aRationale.replaceAll(',', ' –').replaceAll('.', '!')],
  ['with one word changed', aRationale.replace('merchants', 'shops')],
])('a copy of an earlier one is refused: %s', (_what, earlier) => {
  expect(check(aRationale, ['Something else entirely about searching in the catalogue of parts.', earlier]).join(' ')).toContain(
    'copy',
  );
});

test('one that speaks of the same thing in other words is no copy', () => {
  const other =
    'Since version four the export rounds each line by itself; accountants at two pilot customers noticed it and agreed to compare totals monthly until the ledger module is replaced.';
  expect(check(other, [aRationale])).toEqual([]);
  expect(textLikeness(other, aRationale)).toBeLessThan(0.7);
});

test('the summary of the defect is no rationale', () => {
  const summary = 'Checkout in Firefox shows the wrong currency symbol beside shipping costs for Swiss merchants';
  expect(check(`${summary}.`, [], summary).join(' ')).toContain('repeats');
});

test('a text that is too long is refused before anything else is looked at', () => {
  expect(check('word '.repeat(10_000)).join(' ')).toContain('Keep it below 2000');
});

test('words that say something are told apart from those that do not', () => {
  expect(meaningfulWords('The fix for SHOP-12 is deferred; Firefox users see 3 stale prices.')).toEqual([
    'firefox',
    'users',
    'stale',
    'prices',
  ]);
});
