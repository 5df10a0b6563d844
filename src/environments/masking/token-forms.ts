import {
  alphanumeric,
  base64Signs,
  codeAt,
  dollar,
  digit,
  dot,
  flagsOf,
  hexadecimal,
  hyphen,
  lower,
  percent,
  tilde,
  upper,
  urlSafe,
  word,
} from './characters';

/** What a provider's token looks like: a beginning that nothing else has, then at least so many characters of an alphabet. */
export interface TokenForm {
  readonly prefix: string;
  /** Its fourth character, 0 where it is shorter. */
  readonly fourth: number;
  /** Flags of characters.ts that the rest is made of. */
  readonly alphabet: number;
  readonly least: number;
  /** Exactly `least`, and nothing of the alphabet behind it. */
  readonly exact: boolean;
  /** The beginning is also that of ordinary words, so that the rest must look like a key. */
  readonly opaque: boolean;
}

const alphabets = {
  hex: hexadecimal,
  /** Hexadecimal with hyphens: UUIDs and the like. */
  hexes: hexadecimal | hyphen,
  digits: digit,
  capitals: digit | upper,
  capitalsAndHyphens: digit | upper | hyphen,
  small: digit | lower,
  any: alphanumeric,
  word,
  url: urlSafe,
  dotted: urlSafe | dot | tilde,
  base64: alphanumeric | base64Signs,
  /** Everything a token is ever made of. */
  all: urlSafe | dot | tilde | base64Signs | percent,
  dollars: alphanumeric | dollar,
} as const;
type Alphabet = keyof typeof alphabets;

/** Prefixes by alphabet and least length of the rest. A word in the last place: `exact` or `opaque`. */
const table: readonly (readonly [prefixes: string, alphabet: Alphabet, least: number, how?: 'exact' | 'opaque'])[] = [
  // Clouds
  ['AKIA ASIA ABIA ACCA AROA AIDA AGPA ANPA ANVA AIPA APKA ASCA', 'capitals', 16, 'exact'],
  ['ABSK', 'base64', 40, 'opaque'],
  ['bedrock-api-key-', 'all', 20],
  ['amzn.mws.', 'hexes', 30],
  ['amzn1.oa2-cs.v1.', 'hex', 32],
  ['AIza', 'url', 30],
  ['ya29.', 'all', 20],
  ['GOCSPX-', 'url', 20],
  ['GOOG', 'any', 20, 'opaque'],
  ['1//0', 'url', 35],
  ['LTAI', 'any', 12, 'opaque'],
  ['AKID', 'any', 13, 'opaque'],
  ['AKLT', 'any', 20, 'opaque'],
  ['IKID', 'any', 13, 'opaque'],
  ['dop_v1_ doo_v1_ dor_v1_', 'hex', 40],
  ['fo1_', 'url', 30],
  ['fm1a_ fm1r_ fm2_', 'all', 40],
  ['FlyV1', 'all', 40],
  ['ocid1.credential.', 'all', 30],
  ['t1.9', 'all', 60],
  ['y0_ y1_ y2_ y3_', 'url', 40, 'opaque'],
  ['AQVN YCAJ YCMA YCN', 'url', 20, 'opaque'],
  ['scw SCW', 'any', 17, 'opaque'],
  ['exo EXO', 'any', 24, 'opaque'],
  ['v1.0-', 'hexes', 60],
  ['HRKU-', 'url', 30],
  ['rnd_', 'any', 20, 'opaque'],
  ['vcp_ vci_ vca_ vcr_ vck_', 'any', 20, 'opaque'],
  ['nfp_ nfc_ nfo_ nfu_', 'any', 30],
  ['rwy_ railway_', 'url', 24, 'opaque'],
  ['cfut_ cfat_ cfk_', 'any', 30, 'opaque'],
  ['koyeb_', 'any', 30, 'opaque'],
  ['sbp_', 'hex', 40],
  ['sb_secret_ sb_publishable_', 'url', 20],
  ['pscale_tkn_ pscale_oauth_ pscale_pw_', 'all', 24],
  ['napi_', 'any', 30, 'opaque'],
  ['neon_', 'any', 30, 'opaque'],
  ['AVNS_', 'url', 15],
  ['aivenv1', 'all', 40],
  ['4b1d', 'any', 38, 'exact'],
  ['dapi dkea dosed', 'hexes', 32],
  ['dose', 'hex', 32],
  ['cflt', 'base64', 56, 'opaque'],
  ['CCIPAT_ CCIPRJ_', 'url', 30],
  // Code and packages
  ['ghp_ gho_ ghu_ ghs_ ghr_', 'all', 30],
  ['github_pat_', 'word', 22],
  ['glpat- gldt- glft- glsoat- glimt- glagent- glptt- glffct- glwt- glrtr- GR1348941', 'dotted', 16],
  ['glrt- glcbt- gloas- glrt-t', 'dotted', 16],
  ['_gitlab_session=', 'hex', 32],
  ['npm_', 'any', 30, 'opaque'],
  ['pypi-AgE pypi-Ag', 'url', 30],
  ['rubygems_', 'hex', 32],
  ['oy2', 'small', 43, 'exact'],
  ['dckr_pat_ dckr_oat_', 'url', 20],
  ['CLOJARS_', 'any', 40],
  ['cio', 'any', 32, 'exact'],
  ['hexpm_ hex_', 'any', 32, 'opaque'],
  ['AKCp', 'any', 60],
  ['cmVmd', 'any', 50],
  ['ATATT3 ATCTT3 ATBB ATLASSIAN_ ATSTT', 'all', 24, 'opaque'],
  ['BBDC-', 'base64', 38],
  ['sgp_ sgd_ slk_ sgs_ sgph_', 'word', 30, 'opaque'],
  ['bkua_ bkpt_ bkaj_ bkct_ bkoi_ bkta_', 'any', 24],
  ['squ_ sqp_ sqa_ sqb_', 'any', 30],
  ['cra_ crat_', 'any', 24, 'opaque'],
  ['ddog_ ddapp_ ddapi_', 'any', 24],
  ['tfp_', 'all', 30],
  ['dp.pt. dp.ct. dp.sa. dp.scim. dp.audit. dp.st. dp.said.', 'dotted', 24],
  ['hvs. hvb. hvr. hcp.', 'url', 20],
  ['s.', 'any', 24, 'exact'],
  ['b.AAAAAQ', 'url', 40],
  ['pul-', 'hex', 32],
  ['pnu_ pnb_', 'any', 30],
  ['ico-', 'any', 30],
  ['pat. ', 'all', 40, 'opaque'],
  ['API-', 'capitals', 24, 'opaque'],
  ['tk-us- tk-eu- tk-as-', 'url', 30],
  ['dnkey-', 'all', 40],
  ['tskey-', 'url', 16],
  ['nbp_', 'any', 30],
  ['infra_ ', 'any', 40, 'opaque'],
  ['age1', 'small', 58, 'exact'],
  ['AGE-SECRET-KEY-1 AGE-SECRET-KEY-', 'any', 50],
  ['AGE-PLUGIN-', 'capitalsAndHyphens', 40],
  ['A3-', 'capitalsAndHyphens', 28],
  ['ops_ey', 'all', 40],
  ['sha256~', 'url', 40],
  ['sm_aat_ sm_pat_ sm_sat_', 'any', 12],
  ['ABCP', 'any', 60, 'opaque'],
  ['jfrt@', 'all', 40],
  ['xkeysib- xsmtpsib-', 'url', 60],
  ['eyJ ewog ewoJ ZXlK', 'all', 17],
  ['ops-', 'hexes', 30, 'opaque'],
  ['harness_ pat.', 'all', 40, 'opaque'],
  ['snyk_', 'all', 30, 'opaque'],
  ['semgrep_', 'all', 30, 'opaque'],
  ['stackhawk_ hawk.', 'all', 24, 'opaque'],
  ['phc_ phx_ phs_ pha_ phr_', 'url', 30],
  ['sntrys_ sntryu_ sntryi_', 'all', 30],
  ['NRAK- NRII- NRJS- NRRA- NRIQ- NRAL- NRSP-', 'url', 18],
  ['NRAA-', 'url', 18],
  ['glsa_ glc_', 'all', 30],
  ['dt0c01. dt0s01. dt0s02. dt0s03. dt0s04. dt0s06. dt0s08. dt0s09. dt0s12. dt0s16.', 'dotted', 24],
  ['lh_ hcaik_ hcxik_ hcaic_ hcxlk_ hcalk_', 'any', 24, 'opaque'],
  ['xaat- xapt-', 'hexes', 30],
  ['lip_ lm_', 'any', 20, 'opaque'],
  ['cos_ coralogix_', 'any', 28, 'opaque'],
  // Models
  ['sk-ant-', 'url', 20],
  ['sk-proj- sk-svcacct- sk-admin- sk-None-', 'url', 20],
  ['sk-or-v1- sk-or-', 'url', 24],
  ['sk-lf- pk-lf-', 'hexes', 24],
  ['sk-', 'url', 18, 'opaque'],
  ['sess-', 'any', 30, 'opaque'],
  ['hf_ api_org_', 'any', 28, 'opaque'],
  ['r8_', 'any', 30],
  ['gsk_', 'any', 40],
  ['pplx-', 'any', 32],
  ['xai-', 'any', 40],
  ['fw_', 'any', 20, 'opaque'],
  ['tvly- tvly-dev- tvly-prod-', 'url', 20],
  ['lsv2_pt_ lsv2_sk_ ls__', 'word', 30],
  ['pcsk_', 'word', 30],
  ['jina_', 'url', 40],
  ['voyage- pa-', 'url', 36, 'opaque'],
  ['nvapi-', 'url', 40],
  ['fal_ ', 'all', 40, 'opaque'],
  ['key_ wandb_v1_', 'word', 20, 'opaque'],
  ['e2b_', 'hex', 30],
  ['esecret_', 'any', 30],
  ['secret_', 'any', 30, 'opaque'],
  ['apify_api_', 'any', 30],
  ['fc-', 'hex', 28],
  ['app-', 'any', 24, 'opaque'],
  ['csk-', 'any', 40],
  ['ABSK-', 'any', 40],
  ['together_ tgp_v1_', 'url', 30],
  ['bb_live_ bb_test_', 'url', 16],
  ['elevenlabs_ xi_', 'any', 30, 'opaque'],
  // Chat and mail
  ['xoxa- xoxb- xoxc- xoxd- xoxe- xoxo- xoxp- xoxr- xoxs- xoxe.xoxb- xoxe.xoxp- xapp- xwfp-', 'all', 16],
  ['hooks.slack.com/services/ hooks.slack.com/workflows/ hooks.slack.com/triggers/', 'all', 20],
  [
    'discord.com/api/webhooks/ discordapp.com/api/webhooks/ canary.discord.com/api/webhooks/ ptb.discord.com/api/webhooks/',
    'all',
    30,
  ],
  ['discord.com/api/v10/webhooks/ discord.com/api/v9/webhooks/', 'all', 30],
  ['hooks.zapier.com/hooks/catch/', 'all', 10],
  ['maker.ifttt.com/use/', 'all', 10],
  ['chat.googleapis.com/v1/spaces/', 'all', 20],
  ['open.feishu.cn/open-apis/bot/v2/hook/ open.larksuite.com/open-apis/bot/v2/hook/', 'all', 20],
  ['SG.', 'dotted', 24],
  ['key- pubkey-', 'hex', 32],
  ['MGA', 'any', 40, 'opaque'],
  ['mlsn.', 'hex', 40],
  ['re_', 'word', 20, 'opaque'],
  ['pm-', 'hexes', 36, 'opaque'],
  ['AC SK AP', 'hex', 32, 'exact'],
  ['mfa.', 'url', 40],
  // Money and shops
  ['sk_live_ sk_test_ sk_prod_ rk_live_ rk_test_ rk_prod_ pk_live_ pk_test_ ek_live_ ek_test_', 'any', 10],
  ['whsec_', 'base64', 20],
  ['sk_', 'any', 24, 'opaque'],
  ['pk_', 'any', 24, 'opaque'],
  ['ac_', 'any', 30, 'opaque'],
  ['shpat_ shpca_ shppa_ shpss_ shpua_ shptka_ shpit_ shpct_ shprt_', 'any', 28],
  ['atkn_', 'any', 40],
  ['sq0atp- sq0csp- sq0idp- sq0ids- sq0acp- sandbox-sq0idb- sandbox-sq0csb- sq0idb- sq0csb-', 'url', 20],
  ['EAAA', 'url', 50],
  ['EAAA EAA', 'any', 24, 'opaque'],
  ['EAAG EAAC EAAM EAAB', 'any', 40],
  ['access_token$production$ access_token$sandbox$', 'dollars', 20],
  ['access-sandbox- access-development- access-production- public-sandbox- public-production-', 'hexes', 32],
  ['FLWSECK_TEST- FLWSECK- FLWPUBK_TEST- FLWPUBK- FLWSECK_TEST FLWSECK_PROD-', 'url', 12],
  ['rzp_live_ rzp_test_', 'any', 12],
  ['EZAK EZTK', 'any', 50],
  ['shippo_live_ shippo_test_', 'hex', 32],
  ['duffel_test_ duffel_live_', 'all', 30],
  ['live_ test_', 'word', 30, 'opaque'],
  ['live_pub_ test_pub_', 'hex', 30],
  ['lob_', 'any', 30, 'opaque'],
  ['pdl_live_ pdl_sdbx_ pdl_', 'word', 30, 'opaque'],
  ['AQE', 'url', 60, 'opaque'],
  ['APP_USR- TEST-', 'url', 30, 'opaque'],
  ['ctp_', 'any', 24, 'opaque'],
  ['cko_ sk_sbox_ pk_sbox_', 'all', 20],
  ['rdme_', 'small', 40],
  // Work
  ['lin_api_ lin_oauth_ lin_wh_', 'any', 30],
  ['ntn_', 'any', 30],
  ['figd_ figo_ figor_ figu_ figur_', 'url', 30],
  ['PMAK-', 'hexes', 40],
  ['pat', 'dotted', 60, 'opaque'],
  ['pk_', 'word', 30, 'opaque'],
  ['pk.eyJ sk.eyJ tk.eyJ', 'all', 40],
  ['pk. sk.', 'dotted', 40, 'opaque'],
  ['CFPAT-', 'url', 30],
  ['p8e-', 'any', 28],
  ['s-s4t2ud- s-s4t2af- u-s4t2ud- u-s4t2af-', 'hex', 40],
  ['fio-u-', 'all', 40],
  ['sl.', 'all', 60],
  ['pat-na1- pat-eu1- pat-na2- pat-eu2- pat-ap1-', 'hexes', 30],
  ['CTR', 'any', 60, 'opaque'],
  ['b_', 'url', 40, 'opaque'],
  ['pik_ ', 'any', 30, 'opaque'],
  ['cal_live_ cal_test_ cal_', 'any', 24, 'opaque'],
  ['ck_ cs_', 'hex', 32],
  ['mb_ mb-', 'any', 24, 'opaque'],
  ['onfido_', 'url', 20, 'opaque'],
  ['api_live. api_sandbox. api_live_us. api_live_ca. api_live_eu.', 'dotted', 20],
  ['apl_ ', 'any', 30, 'opaque'],
  ['ld_ sdk- api- mob-', 'hexes', 34, 'opaque'],
  ['configcat-sdk-', 'all', 20],
  ['sdk-', 'hexes', 36, 'opaque'],
  ['SCT', 'any', 40, 'opaque'],
  ['u+', 'any', 28, 'opaque'],
  ['trl_ ATTA', 'any', 30, 'opaque'],
  ['mat_', 'word', 30, 'opaque'],
  ['tok_ token_', 'word', 24, 'opaque'],
  ['aio_', 'any', 24],
  ['rtk_ ', 'any', 30, 'opaque'],
  ['rpa_', 'any', 30],
  ['sc_ ext_ scauth_ authress_', 'all', 50, 'opaque'],
  ['doppler_', 'all', 30, 'opaque'],
  ['pagerduty_ u+', 'all', 20, 'opaque'],
  ['oauth2-', 'url', 30, 'opaque'],
  ['AAAAAAAAAA', 'all', 40],
  ['AAAA', 'all', 100, 'opaque'],
  ['VERCEL_', 'all', 30, 'opaque'],
  ['wn_ wrk_ ', 'any', 30, 'opaque'],
  ['ubidots_ BBFF-', 'any', 24, 'opaque'],
  ['mnp_ mp_', 'any', 30, 'opaque'],
  ['xau_ xata_', 'any', 30, 'opaque'],
  ['zpka_ zpkv_', 'all', 30],
  ['unkey_ ', 'all', 20, 'opaque'],
  ['tr_dev_ tr_prod_ tr_pat_', 'any', 16],
  ['svix_ testsk_ livesk_', 'all', 24, 'opaque'],
  ['sig-key- signkey-prod- signkey-test- signkey-', 'all', 24],
  ['st_live_ st.', 'all', 40, 'opaque'],
  ['infisical_', 'all', 30, 'opaque'],
  ['akb_ ak_ ik_ uk_ dk_', 'any', 24, 'opaque'],
  ['secret-test- secret-live- secret-', 'hexes', 32, 'opaque'],
  ['PRIVATE- privatekey-', 'any', 24, 'opaque'],
  ['thub_ tmpl_', 'any', 30, 'opaque'],
  ['eu1_ us1_', 'any', 30, 'opaque'],
  ['xprv yprv zprv tprv', 'any', 100],
];

function formsOf([prefixes, alphabet, least, how]: (typeof table)[number]): readonly TokenForm[] {
  return prefixes
    .trim()
    .split(' ')
    .map((prefix) => ({
      ...{ prefix, fourth: codeAt(prefix, 3), alphabet: alphabets[alphabet], least },
      ...{ exact: how === 'exact', opaque: how === 'opaque' },
    }));
}

/** A longer beginning stands before a shorter one. */
const forms = table.flatMap(formsOf).sort((a, b) => b.prefix.length - a.prefix.length);
const numberOf = (first: number, second: number, third: number) => (first << 14) | (second << 7) | third;

/** The forms by their first three characters, each with those that have only two. */
const byBeginning = new Map<number, TokenForm[]>();
for (const { prefix, alphabet } of forms) {
  const [first, second] = [prefix.charCodeAt(0), prefix.charCodeAt(1)];
  for (let third = 0; third < 128; third += 1) {
    if (prefix.length > 2 ? prefix.charCodeAt(2) !== third : (flagsOf(third) & alphabet) === 0) continue;
    const isOne = (form: TokenForm) => `${prefix.slice(0, 2)}${String.fromCharCode(third)}`.startsWith(form.prefix.slice(0, 3));
    byBeginning.set(numberOf(first, second, third), forms.filter(isOne));
  }
}

/** Which three characters a form may begin with, by a number that few others share: most words are no token, and this tells so at once. */
const filterSize = 65_536;
const filterOf = (first: number, second: number, third: number) => ((first << 9) ^ (second << 5) ^ third) & (filterSize - 1);
const beginnings = new Uint8Array(filterSize);
for (const beginning of byBeginning.keys()) beginnings[filterOf(beginning >> 14, (beginning >> 7) & 127, beginning & 127)] = 1;

/** May a form begin with these three characters? */
export const mayBeForm = (first: number, second: number, third: number): boolean =>
  beginnings[filterOf(first, second, third)] === 1;

const none: readonly TokenForm[] = [];

/** The forms that may begin with the three characters at a place. */
export function formsAt(text: string, at: number): readonly TokenForm[] {
  return byBeginning.get(numberOf(codeAt(text, at), codeAt(text, at + 1), codeAt(text, at + 2))) ?? none;
}
