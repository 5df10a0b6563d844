import { numbersFrom } from './tokens.fixture';

/** Twenty kinds of ordinary log lines with nothing to mask in them. @param count of each kind */
export function cleanLines(count: number): readonly string[] {
  const next = numbersFrom(17);
  const hex = (length: number) => Array.from({ length }, () => next(16).toString(16)).join('');
  const two = (below: number) => String(next(below)).padStart(2, '0');
  const uuid = () => [8, 4, 4, 4, 12].map(hex).join('-');
  const ip = () => `10.${next(255)}.${next(255)}.${next(255)}`;
  const day = () => `2026-${two(12)}-${two(28)}`;
  const time = () => `${two(24)}:${two(60)}:${two(60)}`;
  const block = () =>
    `blk_${next(2) === 0 ? '-' : ''}${1 + next(9)}${String(next(1e9)).padStart(9, '0')}${String(next(1e9)).padStart(9, '0')}`;
  const kinds: readonly (() => string)[] = [
    () =>
      `${ip()} - - [02/Nov/2026:${time()} +0000] "GET /api/v1/orders/${next(99999)}?page=${next(9)}&sort=-created HTTP/1.1" 200 ${next(99999)} "-" "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/118.0.0.0 Safari/537.36"`,
    () =>
      `Nov  2 ${time()} host-${next(9)} sshd[${next(30000)}]: Failed password for invalid user admin from ${ip()} port ${next(60000)} ssh2`,
    () =>
      `Nov  2 ${time()} host-${next(9)} sshd(pam_unix)[${next(30000)}]: authentication failure; logname= uid=0 euid=0 tty=NODEVssh ruser= rhost=${ip()}  user=root`,
    () =>
      `081109 ${two(24)}${two(60)}${two(60)} ${next(999)} INFO dfs.DataNode$PacketResponder: Received block ${block()} of size 67108864 from /${ip()}`,
    () =>
      `${day()} ${time()},${next(999)} INFO [main] org.apache.hadoop.mapreduce.v2.app.MRAppMaster: Created MRAppMaster for application appattempt_1445${next(1e9)}_0001_000001`,
    () =>
      `11-02 ${time()}.${next(999)}  1702  ${1000 + next(9000)} D PowerManagerService: acquire lock=${next(1e9)}, flags=0x1, tag="View Lock", name=com.example.systemui, ws=null, uid=10037, pid=2227`,
    () =>
      `11-02 ${time()}.${next(999)}  1702  2395 D WindowManager: wtoken = AppWindowToken{${hex(7)} token=Token{${hex(7)} ActivityRecord{${hex(7)} u0 com.example.shop/.MainActivity t761}}}, allDrawn= false`,
    () =>
      `17/06/09 ${time()} INFO storage.BlockManager: Found block rdd_${next(99)}_${next(99)} locally, free memory ${next(999)}.${next(9)} KB (executor ${next(9)})`,
    () =>
      `nova-api.log.1.${day()}_${time()} ${day()} ${time()}.${next(999)} 25746 INFO nova.osapi_compute.wsgi.server [req-${uuid()} ${hex(32)} ${hex(32)} - - -] ${ip()} "GET /v2/${hex(32)}/servers/detail HTTP/1.1" status: 200 len: 1893 time: 0.${next(9999999)}`,
    () => `[Sun Dec 04 ${time()} 2005] [error] mod_jk child workerEnv in error state ${next(9)}`,
    () =>
      `- 11178${next(99999)} 2005.06.03 R02-M1-N0-C:J12-U11 2005-06-03-15.42.50.${next(999999)} R02-M1-N0-C:J12-U11 RAS KERNEL INFO instruction cache parity error corrected at 0x${hex(8)}`,
    () =>
      `${day()} ${time()},${next(999)} - INFO  [/${ip()}:3888] - Established session 0x14f05578bd8${hex(4)} with negotiated timeout 10000 for client /${ip()}:${next(60000)}`,
    () =>
      `\tat com.example.shop.checkout.BasketController.refuse(BasketController.java:${next(400)}) ~[shop-4.${next(9)}.${next(99)}-SNAPSHOT.jar!/:na]`,
    () =>
      `[INFO] Downloaded from central: https://repo.example.com/maven2/org/example/shop-core/1.${next(9)}.${next(30)}/shop-core-1.${next(9)}.0.pom (${next(99)}.${next(9)} kB at 1.${next(9)} MB/s)`,
    () =>
      `npm http fetch GET 200 https://registry.example.com/left-pad/-/left-pad-1.${next(9)}.0.tgz ${next(900)}ms (cache hit) integrity sha512-${Array.from({ length: 43 }, () => hex(2)).join('')}==`,
    () =>
      `{"level":"info","ts":"${day()}T${time()}.${next(999)}Z","logger":"shop.order","msg":"order placed","order_id":"${uuid()}","trace_id":"${hex(32)}","span_id":"${hex(16)}","duration_ms":${next(900)},"keyspace":"orders"}`,
    () =>
      `${day()}T${time()}Z kubelet I1102 ${time()}.${next(999999)}    ${next(9999)} reconciler.go:224] "operationExecutor.VerifyControllerAttachedVolume started for volume \\"config\\" (UniqueName: \\"kubernetes.io/configmap/${uuid()}-config\\") pod \\"web-7d9c5b6f4d-x${two(9)}9k\\" (UID: \\"${uuid()}\\") "`,
    () =>
      `commit ${hex(40)} (HEAD -> main, tag: v4.${next(9)}.${next(9)}-rc.1, origin/main) digest: sha256:${hex(64)} image registry.example.com/shop:4.2.0-${hex(7)}`,
    () =>
      `Jul  1 ${time()} calvisitor kernel[0]: ARPT: ${next(999999)}.${next(999999)}: wl0: wl_update_tcpkeep_seq: Original Seq: ${next(4e9)}, Ack: ${next(4e9)}, Win size: 4096 bssid 5c:50:15:4c:${hex(2)}:13`,
    () =>
      `> Task :shop:compileKotlin UP-TO-DATE, build ${next(9999)} took ${next(9)}m ${next(60)}s, pixel (${next(1920)}, ${next(1080)}), epoch ${1762074300 + next(99999)}${two(10)}${next(10)}, key=user_profile_cache, token count: ${next(4096)}, SHOP-${next(999)}`,
  ];
  return kinds.flatMap((line) => Array.from({ length: count }, line));
}
