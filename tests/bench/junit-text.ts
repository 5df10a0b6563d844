/** A suite of 500 tests as Maven writes it, of which one in fifty fails with a trace and some print. @param suite its number */
export function suiteText(suite: number): string {
  const className = `org.example.shop.checkout.module${suite % 20}.BasketService${suite}Test`;
  const cases = Array.from({ length: 500 }, (_, n) => caseText(className, n));
  const head = `<testsuite name="${className}" time="12.345" tests="500" errors="0" skipped="10" failures="10">`;
  return `${head}\n  <properties>\n    <property name="java.version" value="21"/>\n  </properties>\n${cases.join('')}</testsuite>\n`;
}

function caseText(className: string, n: number): string {
  const open = `  <testcase name="shouldKeepThePriceOfItem${n}WhenTheBasketIsReloaded" classname="${className}" time="0.0${n % 90}"`;
  if (n % 50 === 7)
    return `${open}>\n    <failure message="expected: &lt;${n}&gt; but was: &lt;${n + 1}&gt;">${trace(n)}</failure>\n  </testcase>\n`;
  if (n % 50 === 9) return `${open}>\n    <skipped message="needs a payment provider"/>\n  </testcase>\n`;
  if (n % 5 === 0) return `${open}>\n    <system-out><![CDATA[${output(n)}]]></system-out>\n  </testcase>\n`;
  return `${open}/>\n`;
}

const trace = (n: number): string =>
  `org.opentest4j.AssertionFailedError: expected: &lt;${n}&gt;\n${Array.from(
    { length: 25 },
    (_, k) => `\tat org.example.shop.checkout.Basket.step${k}(Basket.java:${100 + k})\n`,
  ).join('')}`;

const output = (n: number): string =>
  Array.from(
    { length: 13 },
    (_, k) =>
      `2026-11-02 09:05:${10 + k}.123 INFO [main] o.e.shop.Basket - item ${n} takes step ${k} of the checkout, total 12.50 EUR\n`,
  ).join('');
