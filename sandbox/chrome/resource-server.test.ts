import { fileBelow, framePolicy, withBridge } from './resource-server';

const root = '/srv/app/dist';

test.each([
  ['project.html', '/srv/app/dist/project.html'],
  ['assets/index-1.js', '/srv/app/dist/assets/index-1.js'],
  ['assets/../panel.html', '/srv/app/dist/panel.html'],
  ['%70anel.html', '/srv/app/dist/panel.html'],
])('%s is served from the folder', (requested, file) => {
  expect(fileBelow(root, requested)).toBe(file);
});

test.each([
  '../secret',
  '..%2fsecret',
  '%2e%2e/%2e%2e/etc/passwd',
  'assets/../../secret',
  '..\\secret',
  '..%5csecret',
  'a%00.html',
  '%E0%A4%A',
  '.',
  '../dist-other/x',
])('%s is refused', (requested) => {
  expect(fileBelow(root, requested)).toBeNull();
});

test('a leading slash does not make a path absolute', () => {
  expect(fileBelow(root, '/etc/passwd')).toBe('/srv/app/dist/etc/passwd');
});

test('the frame may be embedded by the page of the other origin only, and connects to its own files only', () => {
  const policy = framePolicy(
    "default-src 'self'; frame-ancestors 'self' *.atlassian.net; connect-src 'self' https://api.atlassian.com",
    'http://localhost:4750',
  );
  expect(policy).toBe(
    "default-src 'self'; frame-ancestors http://127.0.0.1:4750; connect-src http://localhost:4750/app-resource/ https://api.atlassian.com",
  );
});

test('the bridge stands before every script of the page', () => {
  expect(withBridge('<!doctype html><html><head lang="x"><script src="a.js"></script></head></html>')).toBe(
    '<!doctype html><html><head lang="x"><script src="/app-resource/.bridge/bridge.js"></script><script src="a.js"></script></head></html>',
  );
  expect(withBridge('<header></header><script src="a.js"></script>')).toMatch(/^<script src="\/app-resource\/\.bridge/);
});
