/** Numbers that look random and are the same in every run. */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

const small = 'abcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';
const alphabets: Readonly<Record<string, string>> = {
  any: small + small.toUpperCase() + digits,
  hex: `${digits}abcdef`,
  url: `${small}${small.toUpperCase()}${digits}_-`,
  low: small + digits,
  cap: small.toUpperCase() + digits,
  b64: `${small}${small.toUpperCase()}${digits}+/`,
  num: digits,
  b32: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
  old32: 'abcdefghijklmnopqrstuvwxyz234567',
};

/** Fills `{any:36}` and the like with characters of that alphabet; `{uuid}` with an id; `§` is a dollar sign. */
export function filled(form: string, next: (below: number) => number): string {
  return form
    .replaceAll('§', '$')
    .replace('{uuid}', '{hex:8}-{hex:4}-{hex:4}-{hex:4}-{hex:12}')
    .replaceAll(/\{(\w+):(\d+)\}/g, (_, name: string, count: string) => {
      const alphabet = alphabets[name] ?? small;
      return Array.from({ length: Number(count) }, () => alphabet.charAt(next(alphabet.length))).join('');
    });
}

/** Tokens that say themselves what they are. */
export const standaloneForms: readonly string[] = `
AKIA{b32:16} ASIA{b32:16} ABIA{b32:16} AIza{url:35} ya29.{url:120} GOCSPX-{url:28} LTAI{any:20} AKID{any:32} dop_v1_{hex:64} doo_v1_{hex:64}
dor_v1_{hex:64} fo1_{url:43} fm2_{b64:120} ghp_{any:36} gho_{any:36} ghu_{any:36} ghs_{any:36} ghr_{any:36} github_pat_{any:22}_{any:59}
glpat-{url:20} gldt-{url:20} glrt-{url:20} glptt-{hex:40} glft-{url:20} glsoat-{url:20} glimt-{url:25} glagent-{url:50} glcbt-{any:2}_{url:20}
glffct-{url:20} GR1348941{url:20} npm_{any:36} pypi-AgEIcHlwaS5vcmc{url:70} rubygems_{hex:48} oy2{low:43} dckr_pat_{url:27} dckr_oat_{url:32}
CLOJARS_{low:60} AKCp{any:69} cmVmdGtu{any:56} ATATT3{url:186} ATCTT3{url:190} ATBB{any:32} sgp_{hex:40} sgp_{hex:16}_{hex:40} bkua_{low:40}
squ_{hex:40} sqp_{hex:40} sqa_{hex:40} dp.pt.{any:43} dp.st.dev.{any:43} hvs.{url:90} hvb.{url:138} pul-{hex:40} pnu_{any:36} ico-{any:32}
API-{cap:26} tk-us-{url:48} dnkey-{cap:26}-{cap:52} tskey-auth-{any:12}-{any:32} AGE-SECRET-KEY-1{cap:58} A3-{cap:6}-{cap:6}-{cap:5}-{cap:5}-{cap:5}-{cap:5}
ops_eyJ{b64:300} sha256~{url:43} sm_aat_{any:16} sm_pat_{any:16} sm_sat_{any:16} xkeysib-{hex:64}-{any:16} phc_{any:43} phx_{any:43} sntrys_{b64:120}_{any:43}
sntryu_{hex:64} NRAK-{cap:27} NRII-{url:32} NRJS-{hex:19} glsa_{any:32}_{hex:8} glc_eyJ{b64:100} dt0c01.{cap:24}.{cap:64} sk-ant-api03-{url:93}AA
sk-ant-admin01-{url:93}AA sk-proj-{url:74}T3BlbkFJ{url:74} sk-{any:20}T3BlbkFJ{any:20} sk-svcacct-{url:58}T3BlbkFJ{url:58} sk-or-v1-{hex:64} hf_{any:34}
api_org_{any:34} r8_{any:37} gsk_{any:52} pplx-{any:48} xai-{any:80} tvly-{any:32} lsv2_pt_{hex:32}_{hex:10} lsv2_sk_{hex:32}_{hex:10} pcsk_{any:6}_{any:63}
jina_{hex:32}{any:28} nvapi-{url:64} apify_api_{any:36} fc-{hex:32} xoxb-{num:12}-{num:13}-{any:24} xoxp-{num:12}-{num:12}-{num:12}-{hex:32}
xoxa-2-{num:12}-{num:12}-{hex:32} xoxr-{num:12}-{any:30} xoxs-{num:9}-{num:9}-{num:9}-{hex:10} xoxe-1-{cap:146} xoxe.xoxp-1-{cap:163} xapp-1-{cap:11}-{num:13}-{hex:64}
xoxc-{num:12}-{num:12}-{num:12}-{hex:64} SG.{url:22}.{url:43} key-{hex:32} pubkey-{hex:32} re_{any:8}_{any:24} AC{hex:32} SK{hex:32} sk_live_{any:24} sk_test_{any:24} rk_live_{any:24}
rk_test_{any:99} pk_live_{any:24} sk_prod_{any:32} whsec_{b64:32} shpat_{hex:32} shpca_{hex:32} shppa_{hex:32} shpss_{hex:32} atkn_{any:64} sq0atp-{url:22} sq0csp-{url:43}
sq0idp-{url:22} EAAA{url:60} access_token§production§{low:16}§{hex:32} access_token§sandbox§{low:16}§{hex:32} access-sandbox-{uuid} access-production-{uuid} FLWSECK_TEST-{hex:32}-X
FLWPUBK_TEST-{hex:32}-X FLWSECK-{hex:32}-X rzp_live_{any:14} rzp_test_{any:14} EZAK{any:54} EZTK{any:54} shippo_live_{hex:40} shippo_test_{hex:40} duffel_test_{url:43} duffel_live_{url:43}
live_{hex:35} test_{hex:35} live_pub_{hex:31} rdme_{low:70} lin_api_{any:40} lin_oauth_{hex:64} ntn_{num:11}{any:35} secret_{any:43} figd_{url:40} PMAK-{hex:24}-{hex:34}
pat{any:14}.{hex:64} pk.eyJ{any:60}.{any:22} sk.eyJ{any:60}.{any:22} CFPAT-{url:43} p8e-{low:32} s-s4t2ud-{hex:64} s-s4t2af-{hex:64} fio-u-{url:64} sl.{url:140}
pat-na1-{uuid} aio_{any:28} tfp_{any:44}_{any:14} pscale_tkn_{url:43} pscale_pw_{url:43} pscale_oauth_{url:43} dapi{hex:32} dapi{hex:32}-2 sbp_{hex:40} nfp_{any:36}
NRRA-{hex:42} HRKU-{url:60} EAAC{any:150} EAAB{any:180} AAAAAAAAAAAAAAAAAAAAA{any:30}%{any:50} {hex:32}-us12 {num:9}:AA{url:33} {num:10}:AA{url:33}
M{any:23}.{url:6}.{url:27} N{any:25}.{url:6}.{url:38} {any:3}8Q~{url:34} eyJ{any:30}.eyJ{any:60}.{url:43} eyJ{any:60}.eyJ{any:160}.{url:342} {any:6}_{any:29}_mmk
https://hooks.slack.com/services/T{cap:8}/B{cap:10}/{any:24} https://discord.com/api/webhooks/{num:18}/{url:68} https://hooks.slack.com/workflows/T{cap:8}/A{cap:8}/{num:17}/{any:24}
§2b§10§{any:53} §argon2id§v=19§m=65536,t=3,p=4§{b64:22}§{b64:43} §6§{any:16}§{any:86} §1§{any:8}§{any:22} §5§{any:16}§{any:43}
v1.0-{hex:24}-{hex:146} 4b1d{any:38} {num:15}|{url:27} amzn.mws.{uuid} sk_{any:32} tvly-dev-{any:32} zpka_{hex:32}_{hex:8} configcat-sdk-1/{any:22}/{any:22} _gitlab_session={hex:32}
b.AAAAAQ{url:150} signkey-prod-{hex:64} sb_secret_{url:31} vcp_{any:56} CCIPAT_{any:22}_{hex:40} rpa_{cap:30}{low:16} wandb_v1_{any:80} cal_live_{hex:32} ctp_{any:32} tr_dev_{any:20}
A3T{b32:17} STS.{any:21} ck_staging_{any:32} sk_production_{any:32} ajkey_{low:26} bpk-{hex:32}
`
  .trim()
  .split(/\s+/);

/** Keys that nothing tells of but their characters: no form, no name. */
export const bareForms: readonly string[] = ['{old32:52}', '{low:64}', '{low:80}', '{cap:64}', '{cap:48}'];

/** Providers whose tokens say nothing themselves: only the name before them tells. */
export const namedForms: readonly (readonly [name: string, form: string])[] = `
adafruit:{low:32} adobe:{hex:32} airtable:{any:17} algolia:{low:32} alibaba:{low:30} asana:{low:32} atlassian:{low:20}{hex:4} beamer:b_{low:44} bitbucket:{low:32} bittrex:{low:32}
cloudflare:{url:40} codecov:{low:32} coinbase:{url:64} confluent:{low:64} contentful:{url:43} datadog:{low:40} discord:{hex:64} droneci:{low:32} dropbox:{low:15} etsy:{low:24} facebook:{hex:32}
fastly:{url:32} finicity:{hex:32} finnhub:{low:20} flickr:{low:32} freshbooks:{low:64} gitter:{url:40} gocardless:live_{url:40} heroku:{uuid} hubspot:{uuid} intercom:{url:60} jfrog:{low:64}
kraken:{b64:84}== kucoin:{hex:24} launchdarkly:{url:40} linear:{hex:32} linkedin:{low:16} lob:live_{hex:35} mailchimp:{hex:32}-us20 mapbox:pk.{low:60}.{low:22} mattermost:{low:26}
messagebird:{low:25} netlify:{url:42} newrelic:{low:64} nytimes:{url:32} okta:00{url:40} plaid:{low:30} rapidapi:{url:50} sendbird:{hex:40} sentry:{hex:64} snyk:{uuid} sonar:{hex:40}
squarespace:{uuid} sumologic:{low:64} travis:{low:22} twitch:{low:30} twitter:{low:25} yandex:AQVN{url:36} zendesk:{low:40} aws_secret_access:{b64:40} openweather:{hex:32} virustotal:{hex:64}
pagerduty:{url:20} opsgenie:{uuid} shodan:{any:32} spotify:{hex:32} trello:{hex:32} vultr:{cap:36} wakatime:{uuid} zoom:{any:32} mixpanel:{hex:32} amplitude:{hex:32} segmentio:{any:32} rollbar:{hex:32}
bugsnag:{hex:32} circleci:{hex:40} buildkite:{low:40} linode:{hex:64} hetzner:{any:64} cohere:{any:40} pinecone:{uuid} deepl:{uuid} elevenlabs:{hex:32} mistral:{any:32} assemblyai:{hex:32}
deepgram:{hex:40} stytch:{url:40} vercel:{any:24} auth0:{url:64} postmark:{uuid} mailjet:{hex:32} sparkpost:{hex:40} vonage:{any:16} telnyx:KEY{cap:30} clickup:{any:32} monday:{any:64} todoist:{hex:40}
`
  .trim()
  .split(/\s+/)
  .map((entry): readonly [string, string] => [entry.slice(0, entry.indexOf(':')), entry.slice(entry.indexOf(':') + 1)]);

/** How a value is given under a name, in the languages and files of the world: {n} is the name in small letters, {N} in capitals, {v} the value. */
export const assignments: readonly string[] = [
  '{n}_token = {v}',
  '{n}_api_key="{v}"',
  'export {N}_TOKEN={v}',
  '{N}_SECRET_KEY: {v}',
  '  "{n}_token": "{v}",',
  "const {n}Token = '{v}';",
  '{n}Token := `{v}`',
  'var {n}Token string = "{v}"',
  'String {n}Token = "{v}";',
  'var {n}Token: String = "{v}"',
  '${n}Token .= "{v}"',
  '{n}_token => "{v}"',
  '<{n}Token>{v}</{n}Token>',
  '<{n}Token>\n    {v}\n</{n}Token>',
  '<add key="{n}-api-key" value="{v}" />',
  '{"name": "{N}_TOKEN", "value": "{v}"}',
  '{N}_TOKEN ?= "{v}"',
  '{N}_TOKEN ::= "{v}"',
  'System.setProperty("{N}_TOKEN", "{v}")',
  'curl "https://api.example.com/v1?{n}_token={v}&page=2"',
  '--{n}-token {v} --verbose',
  '--{n}-api-key={v}',
  '{"config.ini": "{N}_TOKEN={v}\\nBACKUP_ENABLED=true"}',
  'error: \\"{n}_token\\":\\"{v}\\" was refused',
  '{n}Token,{v},',
  "os.environ['{N}_API_KEY'] = '{v}'",
  'set_secret("{n}_secret", "{v}")',
  '{n} api key: {v}',
];

/** Where a token of its own stands. */
export const surroundings: readonly string[] = [
  '{v}',
  'token {v} was used',
  '"{v}"',
  "'{v}',",
  '({v})',
  'x={v}',
  '2026-11-02T09:05:00Z ERROR refused: {v}.',
  '{"a":"{v}"}',
  'https://example.com/?a={v}&b=2',
  '`{v}`',
  '<v>{v}</v>',
  'line\\n{v}\\n',
];

/** Ways of giving a key that no language or file prescribes: {n} is the name of a provider, {v} the value. */
export const looseAssignments: readonly string[] = [
  '<secret>{{n} AQAAABAAA {v}}</secret>',
  '<secret>{AQAAABAAA {v}}</secret>',
  'You find the {n} secret {v} in the safe',
  '{n} token {v}',
  'variable "{n}_api_token" {\n  default = "{v}"\n}',
  '{n}_keys[] = "{v}"',
  'token -> {v}',
];

/** Ways of giving a password in a sentence or a command: {v} is the value. */
export const spokenPasswords: readonly string[] = [
  "the password for user 'shop' is '{v}'",
  'The default password for the user "shop" is "{v}".',
  'password in the file is {v}',
  'password 7 {v}',
  'pw {v}',
  'id/pw shop/{v}',
  'ID / PW : shop / {v}',
  'PSEXEC.EXE \\\\10.0.0.7 -u EXAMPLE\\shop -p {v} cmd',
  'curl --user shop:{v} https://example.com',
  "curl -s --user 'shop:{v}' \\",
  "curl --user shop:'{v}' -iX PATCH",
  'curl -u "{v}:" https://example.com',
  'curl -X POST https://example.com \\\n  -u shop:{v}',
  '비번: {v}',
];
