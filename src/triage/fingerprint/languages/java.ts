import { readChain, type Dialect } from '../chain-reader';
import type { Frame, Trace } from '../failure';
import type { Line } from '../lines';
import { lineNumber } from '../source-file';

const libraries =
  /^(?:java|javax|jdk|sun|com\.sun|kotlin|kotlinx|scala|groovy|clojure|akka|play|jakarta|android|androidx|dalvik|libcore|junit|spock|cucumber|lombok|reactor|rx|okhttp3|okio|retrofit2|feign|javassist|freemarker|liquibase|oracle|weblogic|redis|_COROUTINE|worker\.org\.gradle|org\.(?:junit|testng|mockito|assertj|hamcrest|opentest4j|spockframework|scalatest|specs2|springframework|apache|hibernate|eclipse|jboss|wildfly|gradle|codehaus|slf4j|postgresql|jetbrains|aspectj|openjdk|graalvm|mongodb|redisson|flywaydb|quartz|elasticsearch|opensearch|thymeleaf|reactivestreams|jooq|glassfish|h2|hsqldb|jsoup|openqa|powermock|objenesis|mariadb|xerial|jdbi|keycloak|bouncycastle|w3c|xml|ietf|omg|osgi|robolectric|mybatis|infinispan)|com\.(?:fasterxml|google|squareup|amazonaws|microsoft|azure|mongodb|mysql|zaxxer|intellij|netflix|querydsl|ibm|bea|h2database|codeborne|android|jayway|rabbitmq|datastax|lmax|typesafe|twitter|facebook|alibaba|github\.tomakehurst|oracle|vaadin|hazelcast|couchbase|linecorp|microsoft)|io\.(?:netty|undertow|quarkus|vertx|micronaut|grpc|kotest|mockk|cucumber|appium|lettuce|micrometer|reactivex|restassured|ktor|smallrye|opentelemetry|jsonwebtoken|swagger|github\.(?:resilience4j|bonigarcia|classgraph)|zipkin|prometheus|jaegertracing|helidon|dropwizard|r2dbc|confluent|kubernetes|fabric8)|net\.(?:bytebuddy|sf|jqwik|jodah|serenity_bdd|thucydides)|software\.amazon|ch\.qos|zio|cats|monix|fs2|dagger|butterknife|coil|timber)\./;

/** Classes that are made at run time or by compilers, and stand between the team's own. */
const generated =
  /\$\$(?:EnhancerBy|FastClassBy|SpringCGLIB|Lambda|KeyFactory)|\$Proxy\d*|\$(?:MockitoMock|HibernateProxy|ByteBuddy|jacocoInit)|_\$\$_|GeneratedMethodAccessor|GeneratedConstructorAccessor|BoundMethodHandle|\$Subclass\d|_ClientProxy|_Subclass\b|\$auxiliary\$|LambdaForm\$/;

function nameOf(qualified: string): string {
  return qualified
    .replace(
      /\$\$(?:EnhancerBySpringCGLIB|EnhancerByCGLIB|FastClassBySpringCGLIB|SpringCGLIB|KeyFactoryByCGLIB)\$\$[0-9a-f]+/g,
      '',
    )
    .replace(/\$\$Lambda[$/][^.\s]{0,60}(?:\/0x[0-9a-f]+)?(?:@[0-9a-f]+)?/gi, '$$$$Lambda')
    .replace(/\$\$inlined\$[\w$]+/g, '')
    .replace(/\$Proxy\d+/g, '$$Proxy')
    .replace(/(\$(?:MockitoMock|HibernateProxy|ByteBuddy))\$[\w]+/g, '$1')
    .replace(/(GeneratedMethodAccessor|GeneratedConstructorAccessor)\d+/g, '$1')
    .replace(/_closure\d+/g, '_closure')
    .replace(/__\d+(?=[.$]|$)/g, '')
    .replace(/lambda\$(?:([\w$]*?)\$)?\d+/g, (_, inside: string | undefined) =>
      inside === undefined ? 'lambda' : `lambda$${inside}`,
    )
    .replace(/\$\d+(?=[.$]|$)/g, '$$')
    .replace(/\$+(?=\.|$)/g, '');
}

const shape = /^(?:at |à |bei |в )?\s{0,8}([^\s()]{1,1000})\(([^()]{0,300})\)(?:\s?~?\[[^\]]{0,300}\])?\s?$/;
const source =
  /^(?:([\w$.<>-]+\.(?:java|kt|kts|scala|groovy|gvy|clj|cljc|aj|xtend|gradle|rs))|Native Method|Unknown Source|<generated>|[A-Z]\w*|[\w.-]+\.(?:jsp|jspx|gsp)|SourceFile|[\w-]+)(?::(-?\d{1,7}))?(?::-?\d+)?$/;

/** Some consoles leave the first word out. */
const bare =
  /^(?:[a-z_][\w$]{0,60}\.){1,12}[A-Z][\w$.]{0,200}\.[\w$<>]{1,100}\([\w$]{1,100}\.(?:java|kt|scala|groovy):\d{1,7}\)$/;

function frame(text: string): Frame | null {
  if (!text.endsWith(')') && !text.endsWith(']')) return null;
  if (!/^(?:at|à|bei|в)\s/.test(text) && !bare.test(text)) return null;
  const match = shape.exec(text.replace(/\((?:Inlined )?Compiled Code\)/, ''));
  const place = match === null ? null : source.exec(match[2]?.trim() ?? '');
  if (match === null || place === null) return null;
  // A loader, a module and its version stand before the class: app//com.example.Shop, java.base@17.0.2/java.util.List.
  const whole = match[1] ?? '';
  const beforeLambda = whole.search(/\$\$Lambda/);
  const slash = (beforeLambda === -1 ? whole : whole.slice(0, beforeLambda)).lastIndexOf('/');
  const qualified = whole.slice(slash + 1);
  if (!/^[\p{L}_$][\p{L}\p{N}_$]*(?:[./][\p{L}\p{N}_$<>@-]+)+$/u.test(qualified)) return null;
  const inApp = !libraries.test(qualified) && !generated.test(qualified) && !/<generated>/.test(match[2] ?? '');
  return { function: nameOf(qualified), file: place[1] ?? null, line: lineNumber(place[2]), inApp };
}

const dialect: Dialect = {
  language: 'java',
  frame,
  omitted: (text) => {
    const match = /^\.\.\. (\d{1,6}) (?:more|common frames|frames|filtered|lines|weitere|autres)/.exec(text);
    return match === null ? null : Number(match[1]);
  },
  cause: /^Caused by: /,
  suppressed: /^Suppressed: /,
  wrapper: /^Wrapped by: /,
};

/** Java, Kotlin, Scala and what else runs on the JVM. */
export function readJava(lines: readonly Line[]): Trace | null {
  return readChain(lines, dialect);
}
