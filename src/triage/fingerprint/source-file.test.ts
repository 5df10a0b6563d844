import { placeOf, sourceFile } from './source-file';

test.each([
  ['/home/ci/a1/src/cart.ts', 'cart.ts'],
  ['C:\\agent\\_work\\3\\src\\cart.ts', 'cart.ts'],
  ['webpack:///./src/cart.ts?a1b2', 'cart.ts'],
  ['/srv/shop/src/orders/index.ts', 'orders/index.ts'],
  ['D:\\a\\src\\orders\\index.ts', 'orders/index.ts'],
  ['/srv/shop/index.ts', 'index.ts'],
  ['main.3f2a1b.js', 'main.js'],
  ['https://shop.example.com/assets/index-BfQ2x9aZ.js', 'index.js'],
  ['https://shop.example.com/chunk-GOG4T7IL.mjs', 'chunk.mjs'],
  ['app.9f8e7d6c5b4a.bundle.js', 'app.bundle.js'],
  ['cart-view.js', 'cart-view.js'],
  ['checkout-summary.js', 'checkout-summary.js'],
  ['<ipython-input-12-abcdef>', '<ipython-input>'],
  ['<anonymous>', null],
])('%s is %s', (path, name) => {
  expect(sourceFile(path)).toBe(name);
});

test.each([
  ['a.js:1:2', 'a.js', 1, 2],
  ['C:\\a.js:1', 'C:\\a.js', 1, 1],
  ['http://localhost:80/a.js:3:4', 'http://localhost:80/a.js', 3, 2],
  ['a.js', 'a.js', null, 0],
  ['a.js:0', 'a.js', null, 1],
])('the place %s', (text, path, line, numbers) => {
  expect(placeOf(text)).toEqual({ path, line, numbers });
});
