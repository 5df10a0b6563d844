/**
 * What a value is by the name that it is given:
 * `password`: whatever stands there; `token`: whatever is no word; `weak`: only what looks like a key;
 * `service`: the name of a provider, what looks like a key or is a long number in base 16;
 * `ordinary`: an id or a sum, whatever stands before it;
 * `header`: credentials behind the name of a scheme; `cookie` and `set-cookie`: the values of cookies.
 */
export type KeyKind = 'password' | 'token' | 'weak' | 'service' | 'header' | 'cookie' | 'set-cookie' | 'ordinary' | 'none';

const header = /^(?:http_)?(?:proxy_|x_)?authorization$/;
const cookie = /^(?:http_)?cookies?$/;

/** Names about a secret, which are not its value: its name, its length, where it lies. */
const aboutIt =
  /(?:^|_)(?:(?:name|id|ids|len|length|size|count|number|type|kind|policy|age|expir[a-z]*|ttl|file|filename|path|dir|ur[il]|endpoint|host|port|alias|version|strength|field|label|hint|reset|min|max|valid|status|state|error|message|provider|store|manager|service|format|usage|code|board|word|words|column|index|count|limit|budget|used|usage|left|total|rate|bucket|ring|pair|algorithm|alg|encoding|class|factory|config|required|enabled|changed|updated|created|at|time|lifetime|timeout|retries|attempts?|prompt|placeholder|description|title|text|input|ref|reference|mode|mask|verifier|validator|serializer|deserializer|separator|length|management|rotation|arn|fingerprint|issuer|space|frame|press|down|up|event|listener|handler|node|range|prefix|suffix|schema|set|map|list|ize|izer|ization|izing|s_left|symbol))$/;

const password =
  /(?:passw(?:or)?ds?|passwd|passwort|kennwort|passphrase|pass_?phrase|passcode|pwd|secrets?|secret_?value|zugangscode|geheimnis|mot_?de_?passe|contrasena|senha|palavra_?passe|wachtwoord|losenord|parola|haslo|heslo|geslo|adgangskode|kodeord|passord|salasana|sifre|jelszo|(?:^|_)(?:mdp|passe)|mysql_pwd|pgpassword|requirepass|masterauth|mail_pass|(?:^|_)(?:pass|pw|pswd|passwrd|psw))(?:_?(?:\d+|plain|old|new|confirm(?:ation)?|text|clear|encrypted|enc|hash|base64|b64|key|value|string))*$/;

const token =
  /(?:tokens?|api_?keys?|apikey|app(?:lication)?_?key|access_?key(?:_id)?|auth_?key|license_?key|licence_?key|private_?key|priv_?key|encryption_?key|encrypt_?key|decryption_?key|signing_?key|sign_?key|master_?key|account_?key|storage_?key|shared_?access_?key|shared_?key|service_?key|consumer_?key|deploy_?key|session_?key|admin_?key|client_?key|read_?key|write_?key|user_?key|ingest(?:ion)?_?key|insert_?key|integration_?key|routing_?key_secret|hmac_?key|aes_?key|ssh_?key|rsa_?key|secret_?access|publishable_?key|subscription_?key|function_?key|host_?key_secret|x_functions_key|ocp_apim_subscription_key|jsessionid|phpsessid|asp_net_sessionid|aspsessionid[a-z]*|sessid|session_?token|session_?secret|session_?cookie|connect_sid|auth_?cookie|csrf_?token|xsrf_?token|x_auth|auth_?header|bearer|credentials?|creds?|signature|(?:^|_)sig|otp|totp|one_?time_?code|verification_?code|pin_?code|recovery_?code|backup_?code|two_?factor_?code|2fa_?code|mfa_?code|pat|personal_?access|refresh|x_api_?key|npm_auth|_auth|_authtoken|authtoken|accesstoken|authenticity|id_token|assertion|client_assertion|saml_?response|account_sid|auth_sid|webhook_?key|salt|pepper)(?:_?(?:\d+|base64|b64|value|string|v\d+))*$/;

const weak =
  /(?:key|auth|access|api|cred|secret|token|passw|private|dsn|webhook|hook|license|licence|salt|cert|client_id|clientid|app_?id|sid|login|user_?pass|session|sso|oauth|hmac|jwt|bearer|crypt|cipher|connection_?string|conn_?str|signed|nonce|code)/;

/** Names of providers, in small letters without signs between. */
const services = (
  'abstractapi abuseipdb accuweather adafruit adobe adyen adzuna affirm agora ahrefs ai21 aikido airbrake airship airtable ' +
  'airvisual aiven akamai alchemy algolia alibaba aliyun alpaca alphavantage amplitude ankr anthropic anypoint apify ' +
  'apollo appcues appdynamics appfollow appsflyer appsignal appveyor artifactory asana assemblyai atlassian auth0 ' +
  'authorize_net authorizenet authress autodesk avalara axiom baidu bandwidth bannerbear baremetrics baseten beamer ' +
  'beebole besnappy binance bintray bitbucket bitfinex bitly bitrise bitstamp bittrex blazemeter blockfrost blynk bombbomb ' +
  'boxoauth braintree branchio brandfetch brave braze browserstack browshot bscscan bugherd bugsnag buildkite bulksms ' +
  'buttercms bybit caflou calendarific calendly campaignmonitor carboninterface cashboard chargebee chargify chartmogul ' +
  'circleci civo clarifai clearbit clerk clicksend clickup clientary clockify clockwork closecrm cloudant cloudconvert ' +
  'cloudflare cloudimage cloudinary cloudmersive cloudsmith cloudways cloverly codacy codeclimate codecov coding cohere ' +
  'coinapi coinbase coinlayer coinlib confluent contentful contentstack contribsys convertkit courier coveralls crowdin ' +
  'cryptocompare currencycloud currencylayer customerio cypress dashscope datadog datarobot debounce deepai deepgram deepl ' +
  'deepseek delighted deribit descope detectify diffbot digicert digitalocean dingtalk discord disqus dnkey docusign ' +
  'doppler dotdigital dovico droneci dropbox dwolla dynatrace dyspatch eagleeye easyinsight easypost ecostruxure edamam ' +
  'edenai eightxeight elasticemail elevenlabs enablex equinix etherscan etsy eventbrite everhour exa exchangerate exoscale ' +
  'facebook faceplusplus fast2sms fastforex fastly fastspring feishu fetchrss figma fileio finage financialmodelingprep ' +
  'finicity finnhub firebase firecrawl fireworks fixerio flatio fleetbase flickr flightapi flightstats flowflu flutterwave ' +
  'fmfw formbucket formcraft foursquare frameio freshbooks freshdesk ftx fullstory fxmarket gateio gemini gengo geoapify ' +
  'geocodify getgeoapi getresponse gitee gitter glassnode gocardless gocd godaddy goodday graphcms graphhopper ' +
  'groq gumroad gupshup gyazo happyscribe helicone helius hellosign helpcrunch helpscout heroku hetzner hiveage ' +
  'honeybadger honeycomb hostio html2pdf hubspot huggingface hunter huobi hybiscus hypertrack iconfinder iexcloud imagekit ' +
  'imagga infracost infura insightly instabot instamojo intercom interseller invoiceocean ionos ipapi ipgeolocation ipify ' +
  'ipinfo ipquality ipstack jdcloud jenkins jfrog jina jira jotform jumpcloud juro kagi kakao kaleyra kaltura keenio ' +
  'kickbox klarna klaviyo klipfolio knapsack knock kontent koyeb kraken kucoin kylas langchain langfuse langsmith ' +
  'languagelayer lark larksuite launchdarkly leadfeeder lemlist lemonsqueezy lendflow lessannoyingcrm lexigram ' +
  'line_channel linear linenotify linked_in linkedin linkpreview linode liveagent livestorm lob locationiq logdna loggly ' +
  'loginradius logz lokalise loops loyverse magic mailboxlayer mailchimp mailerlite mailersend mailgun mailjet mailmodo ' +
  'mailsac mandrill mapbox mapquest marketstack mattermost maxmind mediastack meistertask meraki mesibo message_bird ' +
  'messagebird metaapi metrilo milvus mistral mixmax mixpanel mmk modal mollie monday moonclerk moonshot moosend moralis ' +
  'mrticktock msg91 mux myfreshworks nasdaq naver neon netbird nethunt netlify neutrino new_relic newrelic newsapi ' +
  'newscatcher nexmo nftport ngrok nightfall nimble nordvpn noticeable notion novu nvidia nylas nytimes okta okx omnisend ' +
  'onedesk onelogin onesignal onfleet oopspam openai opencage opengraph openrouter opensea openuv openweather opsgenie ' +
  'optimizely ovh owlbot packagecloud paddle pagerduty pandadoc pandascore paralleldots parsehub parsers parseur ' +
  'partnerstack pastebin paymo paypal paystack pdflayer pdfshift peopledatalabs pepipost perplexity pinata pinecone ' +
  'pipedream pipedrive pivotal pixabay plaid planetscale planview planyo plivo podio pollsapi poloniex polygonscan ' +
  'positionstack postageapi postbacks posthog postman postmark powrbot prefect private_ai privateai prodpad protocolsio ' +
  'proxycrawl pubnub pulumi purestake pushbullet pusher qase qdrant qiniu qualaroo qubole quickmetrics quicknode railway ' +
  'rakuten rapidapi rawg razorpay reachmail readwise rebrandly rechargepayments recurly reddit refiner render repairshopr ' +
  'replicate replyio resend restpack revamp ringcentral ritekit roaring rocketreach rollbar route4me rownd runpod runrunit ' +
  'salesblink salescookie salesflare salesforce salesloft satismeter saucelabs scaleway scalingo ' +
  'scrutinizer securitytrails selectpdf semaphore sendbird sendgrid sendinblue sentry serpapi serphouse ' +
  'serpstack sheety sherpadesk shipday shippo shodan shopify shortcut shotstack shutterstock sidekiq signable signalwire ' +
  'signaturit signupgenius sigopt simfin simplesat simplynoted simvoly sinchmessage sirv siteleaf skrapp skybiometry ' +
  'smartsheet smartystreets smooch smtp2go snipcart snowflake snyk socketlabs sonar sourcegraph sparkpost speechtext ' +
  'splunk spoonacular sportsmonk spotify sqsp square squarespace squareup sslmate statuscake stitchdata stockdata ' +
  'storecove stormboard stormglass storyblok storychief strava stripe stripo stytch sugester sumo supabase supernotes ' +
  'swiftype tailscale tallyfy tatum tavily taxjar teambition teamcity teamgate teamwork technicalanalysis telegr telnyx ' +
  'tencent terraform textmagic thinkific thirdweb thousandeyes ticketmaster tickettailor tiingo timecamp timezoneapi ' +
  'tineswebhook tinypng todoist together toggl tomorrowio tomtom tradier transferwise travelpayouts travis trello ' +
  'twelvedata twilio twitch twitter tyntec typeform typetalk ubidots uclassify ucloud unkey unplugg unsplash upcdatabase ' +
  'upcloud uplead uploadcare upstash uptimerobot uricredential urlscan userflow userstack vatlayer vercel verimail ' +
  'veriphone versioneye viewneo virustotal visualcrossing voicegain volcengine vonage voodoosms vouchery voyageai vpnapi ' +
  'vultr vyte walkscore wandb weaviate webex webflow webscraper wechat weightsandbiases wepay whoxy wistia ' +
  'woocommerce workos worksnaps workstack worldcoin worldpay worldweather wrike xata xray yandex yelp ynab youneedabudget ' +
  'yousign yubico yuque zadarma zapier zapier_nla zendesk zenkit zenrows zenscrape zenserp zeplin zerobounce zerotier ' +
  'zhipu zilliz zipapi zipbooks zipcode zoho zonka zoom zulip zuora'
).split(' ');

/** The names by a number made of their first three letters. */
const bucketOf = (text: string, at: number) =>
  ((text.charCodeAt(at) & 31) << 10) | ((text.charCodeAt(at + 1) & 31) << 5) | (text.charCodeAt(at + 2) & 31);
const buckets = new Map<number, string[]>();
for (const service of services) {
  const bucket = buckets.get(bucketOf(service, 0));
  if (bucket === undefined) buckets.set(bucketOf(service, 0), [service]);
  else bucket.push(service);
}
const filled = new Uint8Array(32 * 32 * 32);
for (const bucket of buckets.keys()) filled[bucket] = 1;

/** Does a part of the name begin with the name of a provider? Short ones must be the whole part. */
export function namesService(plain: string): boolean {
  for (let at = 0; at + 2 < plain.length; at = plain.indexOf('_', at) + 1 || plain.length) {
    const bucket = bucketOf(plain, at);
    if (filled[bucket] !== 1) continue;
    const isNamed = (service: string) =>
      plain.startsWith(service, at) && (service.length > 4 || '_'.includes(plain.charAt(at + service.length)));
    if (buckets.get(bucket)?.some(isNamed) === true) return true;
  }
  return false;
}

/** Names that are about sums, ids and places in a tree of versions, whatever else they say. */
const ordinary =
  /(?:^|_)(?:commit|h1|sha\d*|digest|checksum|integrity|etag|revision|hash|md5|trace|span|request|correlation|transaction|build|version|image|branch|ref|blob|tree|uuid|guid|fingerprint|thumbprint|author|file|path|class|resolved|serial|device|container|pod|node|task|job|process|thread|msg|public_?key|pub_?key|primary_?key|foreign_?key|partition_?key|sort_?key|cache_?key|row_?key|object_?key|idempotency_?key|traceid|spanid|requestid|message_?id)s?(?:_|$)/;

/** @param name an identifier, as it is written: camelCase, kebab-case, with full stops or spaces */
export function keyKindOf(name: string): KeyKind {
  if (name.length < 2 || /^[\d.:_-]*$/.test(name)) return 'none';
  const plain = name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[\s.$/-]+/g, '_');
  if (header.test(plain)) return 'header';
  if (cookie.test(plain)) return 'cookie';
  if (plain === 'set_cookie') return 'set-cookie';
  if (/^(?:old|new)?_?pwd$/.test(plain) && name.endsWith('PWD') && name !== 'PWD') return 'none';
  if (aboutIt.test(plain) && !/_(?:access_key_id|key_id_secret|text|words?)$/.test(plain))
    return namesService(plain) && !ordinary.test(plain) ? 'service' : 'none';
  if (password.test(plain)) return 'password';
  if (token.test(plain))
    return ordinary.test(plain.replace(/(?:private|signing|deploy)_?key/, '')) && !/token|api_?key|signature/.test(plain)
      ? 'none'
      : 'token';
  if (ordinary.test(plain)) return 'ordinary';
  if (namesService(plain)) return 'service';
  return weak.test(plain) ? 'weak' : 'none';
}
