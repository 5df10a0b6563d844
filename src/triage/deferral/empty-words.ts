/** Words that hold sentences together, by language. */
const particles = {
  en: `a an and any are as at be because been but by can cannot could did do does don't for from had has have he her here him his how i if
    in into is isn't it it's its just let may me might more most much must my no nor not of off on once one only or other our out over own
    per she should so some such than that the their them then there these they this those to too up very was we were what when where which
    while who why until till during between after before also again both each few many often rarely will with won't would yes you your am us`,
  de: `aber als am an auch auf aus bei bin bis da damit dann das dass dem den der des die dies diese dieser dieses doch du durch ein eine
    einem einen einer eines er es für hat haben hier ich ihr im in ist ja kann kein keine man mehr mit nach nicht noch nur ob oder schon sein
    seine sich sie sind so über um und uns unser vom von vor war was weil wenn werden wie wir wird wo zu zum zur`,
  fr: `a ai au aux avec c'est ce ces cette dans de des du elle en est et être fait il ils je l'on la le les leur lui mais me même mes moi mon
    ne nos nous on ont ou par pas plus pour qu que qui sa sans se ses si son sont sur ta te tes très tu un une vos vous y ça sera`,
  es: `al algo aquí así como con cuando de del desde donde el ella en entre era es esta este esto está están fue ha han hasta hay la las le
    les lo los más me mi muy no nos o para pero por porque que qué se sea ser si sin sobre son su sus también tan tiene todo un una uno y ya`,
  pt: `ao aos as com como da das de do dos e ela ele em entre era essa esse esta este eu foi há isso isto já mais mas na nas no nos não o os
    ou para pela pelo por porque que se sem ser seu sua são também tem um uma você`,
  it: `al alla anche che chi ci come con da dal dalla dei del della di e è ed gli ha hanno i il in io la le lo ma mi ne nei nel nella noi non
    o per perché più quando questa questo se sono su sul sulla un una uno si`,
  nl: `aan als bij dan dat de deze die dit door een en er geen had heb heeft het hij hoe ik in is ja je kan maar me meer met mijn na naar niet
    nog nu of om omdat ons ook op over te tot uit van voor want was wat we wel wij wordt ze zijn zo zou`,
  pl: `a ale bo być co czy dla do gdy i ich ile im inne jak jako je jego jej jest już ku lub ma mnie może na nad nas nie niż o od on ona one po
    pod przez przy są się sobie ta tak tam te tego tej to tu tylko ty tym u w we wy z za ze że`,
  ru: `а без был была были было быть в вам вас весь во вот все всё вы где да для до его ее её если есть еще ещё же за и из или им их к как
    когда кто ли мне мы на над не нет но о об он она они от по под при с со так там то только у уже что чтобы эта эти это я`,
  tr: `ama bir bu çok da daha de değil diye en gibi hem her için ile ise ki mi mı ne o şu ve veya ya`,
};

/** What every deferral says, and therefore none needs to: that it is one, that it is not now, that it is less important. */
const phrases = {
  en: `accept accepted acceptable address addressed agreed approve approved ask asked backlog bug bugs case close closed critical current
    currently decided decision defect defects defer deferral deferred deferring delay delayed done due eventually fix fixed fixes fixing
    future get going handle handled high impact important issue issues know known later like look looked low major make manager management
    medium minor move moved must need needed needs new next nice none now ok okay pending plan planned please point possible postpone
    postponed prio priorities priority problem push pushed put reason reasons release released releases resolve resolved risk schedule
    scheduled scope see set severity ship shipped shipping slot soon sprint still task tbc tbd team test testing thing things ticket time
    todo too try trying urgent version versions wait waiting want week weeks won't wontfix work month months day days time-boxed n/a na asap
    above below previous same usual lorem ipsum dolor sit amet consectetur adipiscing elit asdf qwerty foo bar baz blah etc`,
  de: `aktuell aufgabe backlog bald behoben beheben defekt dringend entscheidung erledigt fehler fix geplant grund hoch jetzt keine kommt
    kritisch machen mal nächste nächsten nächstes niedrig priorität problem release risiko siehe oben später team termin ticket
    verschieben verschoben version vertagt vorerst warten wichtig woche wochen zeit zurückgestellt`,
  fr: `bas basse bientôt bogue correction corrigé corriger critique défaut délai encore équipe faible faire maintenant plus-tard priorité
    problème prochaine prochain raison reporter reporté repoussé semaine semaines tard tâche temps urgent urgente version livraison`,
  es: `ahora arreglar baja bajo corregir crítico defecto después equipo error importante luego más-tarde pendiente plazo posponer pospuesto
    prioridad problema próxima próximo razón semana semanas tarde tiempo urgente versión aplazar aplazado tarea`,
  pt: `agora adiado adiar baixa corrigir crítico defeito depois equipe erro importante mais-tarde pendente prazo prioridade problema próxima
    próximo razão semana tarde tempo urgente versão tarefa`,
  it: `adesso bassa correggere critico difetto dopo errore importante poi priorità problema prossima prossimo rimandare rimandato rinviato
    rinviare scadenza settimana squadra tardi tempo urgente versione`,
  nl: `belangrijk binnenkort fout laag later nu oplossen prioriteit probleem reden release team tijd uitgesteld uitstellen urgent versie
    volgende week wachten`,
  pl: `błąd czas czasu kiedyś niski niska później poprawić potem priorytet problem przesunięte następna następnej ważne wersja wersji zespół
    zadanie`,
  ru: `баг версии версия версию времени время важно дефект задача исправим исправить исправлено команда низкий ошибка ошибку отложено
    отложить перенесено позже потом приоритет проблема проблему релиз релиза релизе сейчас следующей следующем срок срочно`,
  tr: `acil düşük düzelt düzeltme ekip ertelendi hata hatayı önemli öncelik öncelikli problem sonra sonraki sorun sürüm sürümde şimdi zaman`,
  zh: `以后 稍后 后续 下 下个 下一 版本 修复 再 暂时 不 没 没有 时间 优先 优先级 低 问题 缺陷 延期 推迟 现在 处理 的 了 在 是 我们 会 个 这 这个 将 先`,
  ja: `後 後で 次 次回 の に を は が で と も する します 修正 対応 リリース バージョン 優先 優先度 低い 低 今 今回 問題 不具合 延期 時間 が ない ありません です ます`,
  ko: `나중에 다음 버전 릴리스 수정 우선순위 낮음 시간 없음 문제 결함 연기 지금`,
};

/** Lower case; none of them counts as a word that says something of a defect. */
export const emptyWords: ReadonlySet<string> = new Set(
  [...Object.values(particles), ...Object.values(phrases)].flatMap((list) => list.split(/\s+/)),
);
