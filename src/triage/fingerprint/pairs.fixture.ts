/** Two texts, and what they have in common. */
type Pair = readonly [what: string, one: string, other: string];

/** Two runs of one failure. */
export const alike: readonly Pair[] = [
  [
    'spring prefix per line',
    'java.lang.IllegalStateException: x 1\n\tat com.a.B.c(B.java:1)\n\tat com.a.D.e(D.java:2)',
    '2026-11-23T02:40:23.123Z ERROR 12345 --- [nio-8080-exec-1] c.e.Foo  : java.lang.IllegalStateException: x 2\n2026-11-23T02:40:23.123Z ERROR 12345 --- [nio-8080-exec-1] c.e.Foo  : \tat com.a.B.c(B.java:9)\n2026-11-23T02:40:23.123Z ERROR 12345 --- [nio-8080-exec-1] c.e.Foo  : \tat com.a.D.e(D.java:3)',
  ],
  [
    'logback',
    'java.lang.IllegalStateException: x 1\n\tat com.a.B.c(B.java:1)',
    '10:00:00.123 [main] ERROR com.example.Foo - java.lang.IllegalStateException: x 2\n10:00:00.123 [main] ERROR com.example.Foo - \tat com.a.B.c(B.java:9)',
  ],
  [
    'gh actions',
    'java.lang.IllegalStateException: x 1\n\tat com.a.B.c(B.java:1)',
    '2026-11-23T02:40:23.1234567Z ##[error]java.lang.IllegalStateException: x 2\n2026-11-23T02:40:23.1234567Z ##[error]\tat com.a.B.c(B.java:9)',
  ],
  [
    'maven',
    'java.lang.IllegalStateException: x 1\n\tat com.a.B.c(B.java:1)',
    '[ERROR] java.lang.IllegalStateException: x 2\n[ERROR] \tat com.a.B.c(B.java:9)',
  ],
  [
    'jenkins',
    'java.lang.IllegalStateException: x 1\n\tat com.a.B.c(B.java:1)',
    '[2026-11-23T02:40:23.123Z] java.lang.IllegalStateException: x 2\n[2026-11-23T02:40:23.123Z] \tat com.a.B.c(B.java:9)',
  ],
  [
    'k8s cri',
    'java.lang.IllegalStateException: x 1\n\tat com.a.B.c(B.java:1)',
    '2026-11-23T02:40:23.123456789Z stdout F java.lang.IllegalStateException: x 2\n2026-11-23T02:40:23.123456789Z stdout F \tat com.a.B.c(B.java:9)',
  ],
  [
    'quoted',
    'java.lang.IllegalStateException: x 1\n\tat com.a.B.c(B.java:1)',
    '> java.lang.IllegalStateException: x 2\n> \tat com.a.B.c(B.java:9)',
  ],
  [
    'no indent',
    'java.lang.IllegalStateException: x 1\n\tat com.a.B.c(B.java:1)',
    'java.lang.IllegalStateException: x 2\nat com.a.B.c(B.java:9)',
  ],
  [
    'date slash',
    'java.lang.IllegalStateException: x 1\n\tat com.a.B.c(B.java:1)',
    '23/11/2026 10:00:00 [ERROR] java.lang.IllegalStateException: x 2\n23/11/2026 10:00:00 [ERROR] \tat com.a.B.c(B.java:9)',
  ],
  [
    'apache date',
    'java.lang.IllegalStateException: x 1\n\tat com.a.B.c(B.java:1)',
    '[Mon Nov 23 10:00:00.123456 2026] [php:error] [pid 123] [client 10.0.0.1:123] java.lang.IllegalStateException: x 2\n[Mon Nov 23 10:00:00.123456 2026] [php:error] [pid 123] [client 10.0.0.1:123] \tat com.a.B.c(B.java:9)',
  ],
  [
    'py noindent',
    'Traceback (most recent call last):\n  File "/a/x.py", line 1, in f\n    g()\n  File "/a/y.py", line 2, in g\n    raise ValueError("x 1")\nValueError: x 1',
    'Traceback (most recent call last):\nFile "/b/x.py", line 3, in f\ng()\nFile "/b/y.py", line 4, in g\nraise ValueError("x 1")\nValueError: x 2',
  ],
  [
    'py carets',
    'Traceback (most recent call last):\n  File "/a/x.py", line 1, in f\n    g()\n  File "/a/y.py", line 2, in g\n    h()\nValueError: x 1',
    'Traceback (most recent call last):\n  File "/a/x.py", line 1, in f\n    g()\n    ~^^\n  File "/a/y.py", line 2, in g\n    h()\n    ^^^\nValueError: x 1',
  ],
  [
    'py nosource',
    'Traceback (most recent call last):\n  File "/a/x.py", line 1, in f\n    g()\n  File "/a/y.py", line 2, in g\n    h()\nValueError: x 1',
    'Traceback (most recent call last):\n  File "/a/x.py", line 1, in f\n  File "/a/y.py", line 2, in g\nValueError: x 1',
  ],
  [
    'py noted',
    'Traceback (most recent call last):\n  File "/a/x.py", line 1, in f\n    g()\nKeyError',
    'ERROR:root:failed\nTraceback (most recent call last):\n  File "/a/x.py", line 9, in f\n    g()\nKeyError',
  ],
  [
    'py venv',
    'Traceback (most recent call last):\n  File "/a/x.py", line 1, in f\n    g()\n  File "/a/.venv/lib/python3.11/site-packages/r/a.py", line 1, in q\n    g()\nr.Err: x',
    'Traceback (most recent call last):\n  File "C:\\w\\x.py", line 1, in f\n    g()\n  File "C:\\Python311\\Lib\\site-packages\\r\\b.py", line 1, in z\n    g()\nr.Err: y',
  ],
  [
    'js file url',
    'Error: x 1\n    at total (/a/src/cart.js:1:2)\n    at async main (/a/src/m.js:1:2)',
    'Error: x 2\n    at total (file:///C:/b/src/cart.js:3:4)\n    at async main (file:///C:/b/src/m.js:3:4)',
  ],
  [
    'js node upgrade',
    'Error: x\n    at total (/a/cart.js:1:2)\n    at processTicksAndRejections (internal/process/task_queues.js:97:5)',
    'Error: x\n    at total (/a/cart.js:1:2)\n    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)',
  ],
  [
    'js bundle',
    'TypeError: x\n    at t.total (https://cdn.example.com/static/js/main.3f2a1b9c.chunk.js:1:2)',
    'TypeError: x\n    at t.total (https://cdn2.example.com/static/js/main.aabb11cc.chunk.js:7:2)',
  ],
  [
    'js vite',
    'TypeError: x\n    at total (https://a.example.com/assets/index-BfQ2x9aZ.js:1:2)',
    'TypeError: x\n    at total (https://a.example.com/assets/index-D_k3-Qx1.js:1:2)',
  ],
  [
    'cs no pdb',
    'System.Exception: a\n   at Shop.Cart.Total() in C:\\a\\Cart.cs:line 1',
    'System.Exception: b\n   at Shop.Cart.Total()',
  ],
  [
    'cs async',
    'System.Exception: a\n   at Shop.Cart.<TotalAsync>d__5.MoveNext() in C:\\a\\Cart.cs:line 1\n--- End of stack trace from previous location ---\n   at System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw()\n   at Shop.Main.Run()',
    'System.Exception: b\n   at Shop.Cart.TotalAsync() in /x/Cart.cs:line 7\n   at Shop.Main.Run()',
  ],
  [
    'go trimpath',
    'panic: boom\n\ngoroutine 1 [running]:\nmain.f(0x1)\n\t/a/main.go:1 +0x1\nmain.main()\n\t/a/main.go:2 +0x2',
    'panic: boom\n\ngoroutine 7 [running]:\nmain.f(...)\n\texample.com/shop/main.go:8\nmain.main()\n\texample.com/shop/main.go:2 +0x9',
  ],
  [
    'go goexit',
    'panic: boom 1\n\ngoroutine 1 [running]:\nmain.f(0x1)\n\t/a/main.go:1 +0x1',
    'panic: boom 2\n\ngoroutine 1 [running]:\nmain.f(0x1)\n\t/a/main.go:1 +0x1\ncreated by main.main in goroutine 5\n\t/a/main.go:9 +0x1\n\ngoroutine 2 [select]:\nmain.other()\n\t/a/o.go:1 +0x1',
  ],
  [
    'rust paths',
    "thread 'main' panicked at /home/a/src/cart.rs:12:5:\nboom 1",
    "thread 'tokio-runtime-worker' (123) panicked at C:\\b\\src\\cart.rs:99:5:\nboom 2",
  ],
  ['rust old new', "thread 'main' panicked at 'boom 1', src/cart.rs:12:5", "thread 'main' panicked at src/cart.rs:99:5:\nboom 2"],
  [
    'rust hash',
    "thread 'main' panicked at src/cart.rs:12:5:\nboom\nstack backtrace:\n   0: rust_begin_unwind\n   1: shop::total::h0011223344556677\n             at ./src/cart.rs:12:5\n   2: shop::main::h0011223344556677\n             at ./src/main.rs:1:1",
    "thread 'main' panicked at src/cart.rs:13:5:\nboom\nstack backtrace:\n   0:     0x1234 - std::panicking::begin_panic_handler\n   1:     0x1235 - shop::total::haabbccddeeff0011\n                               at /b/src/cart.rs:13:5\n   2:     0x1 - shop::main::haa11223344556677\n                               at /b/src/main.rs:1:1",
  ],
  [
    'php path',
    'PHP Fatal error:  Uncaught RuntimeException: x 1 in /a/src/C.php:1\nStack trace:\n#0 /a/src/M.php(3): App\\C->f(1)\n#1 {main}\n  thrown in /a/src/C.php on line 1',
    '[23-Nov-2026 10:00:00 UTC] PHP Fatal error:  Uncaught RuntimeException: x 2 in C:\\b\\src\\C.php:9\nStack trace:\n#0 C:\\b\\src\\M.php(7): App\\C->f(2)\n#1 {main}\n  thrown in C:\\b\\src\\C.php on line 9',
  ],
  [
    'php vendor',
    'PHP Fatal error:  Uncaught RuntimeException: x 1 in /a/src/C.php:1\nStack trace:\n#0 /a/src/M.php(3): App\\C->f(1)\n#1 {main}',
    'PHP Fatal error:  Uncaught RuntimeException: x 1 in /a/src/C.php:1\nStack trace:\n#0 /a/src/M.php(3): App\\C->f(1)\n#1 /a/vendor/x/y.php(1): App\\M->g()\n#2 /a/vendor/x/z.php(1): X\\Y->h()\n#3 {main}',
  ],
  [
    'ruby win',
    "/a/cart.rb:1:in `total': x (KeyError)\n\tfrom /a/main.rb:3:in `<main>'",
    "C:/b/cart.rb:9:in `total': y (KeyError)\n        from C:/b/main.rb:4:in `<main>'",
  ],
  [
    'ruby gems',
    "/a/cart.rb:1:in `total': x (KeyError)\n\tfrom /a/main.rb:3:in `run'",
    "/a/cart.rb:1:in `total': x (KeyError)\n\tfrom /usr/lib/ruby/gems/3.2.0/gems/rack-3.0/lib/rack.rb:3:in `call'\n\tfrom /a/main.rb:3:in `run'",
  ],
  [
    'gdb args',
    'Program received signal SIGSEGV, Segmentation fault.\n#0  0x01 in total (c=0x0) at cart.c:1\n#1  0x02 in main () at main.c:2',
    'Thread 3 "shop" received signal SIGSEGV, Segmentation fault.\n[Switching to Thread 0x7f (LWP 12)]\n#0  total (c=0x99, n=7) at /b/src/cart.c:9\n#1  0x00007 in main () at /b/src/main.c:2',
  ],
  [
    'asan',
    '==1==ERROR: AddressSanitizer: stack-buffer-overflow on address 0x7f at pc 0x1 bp 0x2 sp 0x3\nWRITE of size 4 at 0x7f thread T0\n    #0 0x1 in total /a/cart.c:1:2\n    #1 0x2 in main /a/main.c:1:2',
    '==99==ERROR: AddressSanitizer: stack-buffer-overflow on address 0x99 at pc 0x9 bp 0x9 sp 0x9\nWRITE of size 8 at 0x99 thread T3\n    #0 0x9 in total /b/cart.c:7\n    #1 0x8 in main /b/main.c:9',
  ],
  [
    'kernel ts',
    '[   12.345678] BUG: unable to handle page fault for address: ffff8880\n[   12.345679] Oops: 0002 [#1] SMP\n[   12.345680] CPU: 0 PID: 12 Comm: kworker/0:1\n[   12.345681] RIP: 0010:foo_bar+0x12/0x40 [foo]\n[   12.345682] Call Trace:\n[   12.345683]  foo_probe+0x1/0x2 [foo]\n[   12.345684]  really_probe+0x3/0x4',
    'Nov 23 01:02:03 host kernel: [99999.345678] BUG: unable to handle page fault for address: ffff1111\nNov 23 01:02:03 host kernel: [99999.345678] Oops: 0002 [#7] SMP\nNov 23 01:02:03 host kernel: [99999.345678] CPU: 3 PID: 99 Comm: kworker/3:1\nNov 23 01:02:03 host kernel: [99999.345678] RIP: 0010:foo_bar+0x99/0x40 [foo]\nNov 23 01:02:03 host kernel: [99999.345678] Call Trace:\nNov 23 01:02:03 host kernel: [99999.345678]  ? die+0x1/0x2\nNov 23 01:02:03 host kernel: [99999.345678]  foo_probe+0x1/0x2 [foo]\nNov 23 01:02:03 host kernel: [99999.345678]  really_probe+0x3/0x4',
  ],
  [
    'jest title numbers',
    '  ● a › b\n\n    expect(received).toBe(expected) // Object.is equality\n\n    Expected: 5\n    Received: 6\n\n      at Object.<anonymous> (src/a.test.ts:1:2)',
    '  ● a › b\n\n    expect(received).toBe(expected) // Object.is equality\n\n    Expected: "x"\n    Received: undefined\n\n      at Object.<anonymous> (src/a.test.ts:9:2)',
  ],
  [
    'assertj',
    'org.opentest4j.AssertionFailedError: \nExpecting:\n <5>\nto be equal to:\n <6>\nbut was not.\n\tat com.a.BTest.c(BTest.java:1)',
    'org.opentest4j.AssertionFailedError: \nExpecting:\n <7>\nto be equal to:\n <8>\nbut was not.\n\tat com.a.BTest.c(BTest.java:2)',
  ],
  [
    'java generics lambda names',
    'java.lang.RuntimeException: a\n\tat com.a.B.lambda$run$3(B.java:1)\n\tat com.a.B$$Lambda$14/0x0000000800066840.run(Unknown Source)\n\tat com.a.C.go(C.java:1)',
    'java.lang.RuntimeException: b\n\tat com.a.B.lambda$run$7(B.java:1)\n\tat com.a.B$$Lambda/0x00007f2a1c0d1234.run(Unknown Source)\n\tat com.a.C.go(C.java:1)',
  ],
  [
    'java 8 lambda',
    'java.lang.RuntimeException: a\n\tat com.a.B$$Lambda$14/1234567.run(Unknown Source)\n\tat com.a.C.go(C.java:1)',
    'java.lang.RuntimeException: b\n\tat com.a.B$$Lambda$99/7654321.run(Unknown Source)\n\tat com.a.C.go(C.java:1)',
  ],
  [
    'java proxy app pkg',
    'java.lang.RuntimeException: a\n\tat com.a.B.x(B.java:1)\n\tat com.sun.proxy.$Proxy12.y(Unknown Source)',
    'java.lang.RuntimeException: a\n\tat com.a.B.x(B.java:1)\n\tat jdk.proxy3.$Proxy99.y(Unknown Source)',
  ],
  [
    'java jar suffix',
    'java.lang.RuntimeException: a\n\tat com.a.B.x(B.java:1) ~[shop-1.2.jar!/:1.2]\n\tat com.a.C.y(C.java:2) [classes/:na]',
    'java.lang.RuntimeException: a\n\tat com.a.B.x(B.java:9)\n\tat com.a.C.y(C.java:8)',
  ],
  [
    'java modules',
    'java.lang.RuntimeException: a\n\tat com.a.B.x(B.java:1)',
    'java.lang.RuntimeException: a\n\tat app//com.a.B.x(B.java:7)',
  ],
  [
    'java modver',
    'java.lang.RuntimeException: a\n\tat com.a.B.x(B.java:1)',
    'java.lang.RuntimeException: a\n\tat shop@1.2.3/com.a.B.x(B.java:7)',
  ],
  [
    'java exc in thread',
    'Exception in thread "main" java.lang.RuntimeException: a\n\tat com.a.B.x(B.java:1)',
    'Exception in thread "pool-3-thread-12" java.lang.RuntimeException: a\n\tat com.a.B.x(B.java:1)',
  ],
  [
    'java header prefix',
    'java.lang.RuntimeException: a\n\tat com.a.B.x(B.java:1)',
    '2026-11-23 10:00:00,123 [main] ERROR c.a.Foo [] - Something went wrong: java.lang.RuntimeException: a\n\tat com.a.B.x(B.java:1)',
  ],
  [
    'java log msg first',
    'java.lang.RuntimeException: a\n\tat com.a.B.x(B.java:1)',
    '2026-11-23 10:00:00,123 [main] ERROR c.a.Foo - Request 17 failed\njava.lang.RuntimeException: a\n\tat com.a.B.x(B.java:1)',
  ],
  [
    'java multiline msg',
    'com.a.BadInput: line one 1\nline two 2\n\tat com.a.B.x(B.java:1)',
    'com.a.BadInput: line one 3\nline two 4\n\tat com.a.B.x(B.java:1)',
  ],
  [
    'kotlin lambdas',
    'java.lang.IllegalStateException: a\n\tat com.a.MainKt$main$1$2.invoke(Main.kt:3)\n\tat com.a.MainKt$main$1$2.invoke(Main.kt)\n\tat com.a.MainKt.main(Main.kt:1)',
    'java.lang.IllegalStateException: a\n\tat com.a.MainKt$main$3$1.invoke(Main.kt:9)\n\tat com.a.MainKt$main$3$1.invoke(Main.kt)\n\tat com.a.MainKt.main(Main.kt:1)',
  ],
  [
    'python objs',
    "Traceback (most recent call last):\n  File \"/a/x.py\", line 1, in f\n    g()\nAttributeError: 'Foo' object has no attribute 'x' <Foo object at 0x7f00>",
    "Traceback (most recent call last):\n  File \"/a/x.py\", line 1, in f\n    g()\nAttributeError: 'Foo' object has no attribute 'x' <Foo object at 0x7f11>",
  ],
  [
    'python log prefix each',
    'Traceback (most recent call last):\n  File "/a/x.py", line 1, in f\n    g()\n  File "/a/y.py", line 1, in g\n    h()\nValueError: z',
    '[2026-11-23 10:00:00,123: ERROR/ForkPoolWorker-3] Traceback (most recent call last):\n[2026-11-23 10:00:00,123: ERROR/ForkPoolWorker-3]   File "/a/x.py", line 1, in f\n[2026-11-23 10:00:00,123: ERROR/ForkPoolWorker-3]     g()\n[2026-11-23 10:00:00,123: ERROR/ForkPoolWorker-3]   File "/a/y.py", line 1, in g\n[2026-11-23 10:00:00,123: ERROR/ForkPoolWorker-3]     h()\n[2026-11-23 10:00:00,123: ERROR/ForkPoolWorker-3] ValueError: z',
  ],
  [
    'python compose',
    'Traceback (most recent call last):\n  File "/a/x.py", line 1, in f\n    g()\nValueError: z',
    'worker_1  | Traceback (most recent call last):\nworker_1  |   File "/a/x.py", line 1, in f\nworker_1  |     g()\nworker_1  | ValueError: z',
  ],
  [
    'pytest addr',
    'tests/test_a.py:12: in test_a\n    f()\nsrc/a.py:3: in f\n    raise E\nE   ValueError: x',
    'C:\\b\\tests\\test_a.py:19: in test_a\n    f()\nC:\\b\\src\\a.py:8: in f\n    raise E\nE   ValueError: y',
  ],
  [
    'js async',
    'Error: a\n    at total (/a/c.js:1:2)\n    at async main (/a/m.js:1:2)',
    'Error: a\n    at async total (/a/c.js:1:2)\n    at async main (/a/m.js:1:2)',
  ],
  ['js as', 'Error: a\n    at Foo.total [as bar] (/a/c.js:1:2)', 'Error: a\n    at Foo.total [as baz] (/a/c.js:1:2)'],
  [
    'js webpack vs file',
    'Error: a\n    at total (webpack://shop/./src/c.ts?1a2b:1:2)',
    'Error: a\n    at total (webpack:///src/c.ts?99ff:3:4)',
  ],
  [
    'firefox',
    'TypeError: a\ntotal@https://a.example.com/c.js:1:2\nmain@https://a.example.com/m.js:1:2',
    'TypeError: a\ntotal@http://localhost:3000/c.js:7:8\nmain@http://localhost:3000/m.js:1:2',
  ],
  [
    'cs generics',
    'System.Exception: a\n   at Shop.Cart`1.Total[T](T x) in /a/Cart.cs:line 1',
    'System.Exception: a\n   at Shop.Cart`1.Total[T](T x) in C:\\b c\\Cart.cs:line 9',
  ],
  [
    'cs display',
    'System.Exception: a\n   at Shop.Cart.<>c__DisplayClass3_0.<Total>b__1(Int32 x) in /a/Cart.cs:line 1',
    'System.Exception: a\n   at Shop.Cart.<>c__DisplayClass7_2.<Total>b__4(Int32 x) in /a/Cart.cs:line 1',
  ],
  [
    'cs c',
    'System.Exception: a\n   at Shop.Cart.<>c.<Total>b__3_0(Int32 x) in /a/Cart.cs:line 1',
    'System.Exception: a\n   at Shop.Cart.<>c.<Total>b__9_1(Int32 x) in /a/Cart.cs:line 1',
  ],
  [
    'valgrind',
    '==1== Invalid read of size 4\n==1==    at 0x40: total (cart.c:1)\n==1==    by 0x50: main (main.c:2)',
    '==77== Invalid read of size 8\n==77==    at 0x99: total (cart.c:8)\n==77==    by 0x98: main (main.c:9)',
  ],
  [
    'glibc bt',
    '*** stack smashing detected ***: terminated\n./shop(total+0x1d) [0x55]\n./shop(main+0x2) [0x66]',
    '*** stack smashing detected ***: terminated\n/opt/b/shop(total+0x99) [0x77]\n/opt/b/shop(main+0x5) [0x88]',
  ],
  [
    'cpp isra',
    '#0  0x1 in total.isra.0 (x=1) at cart.c:1\n#1  0x2 in main () at main.c:1',
    '#0  0x1 in total (x=1) at cart.c:1\n#1  0x2 in main () at main.c:1',
  ],
  [
    'go closure',
    'panic: x\n\ngoroutine 1 [running]:\nmain.run.func1()\n\t/a/m.go:1 +0x1\nmain.main()\n\t/a/m.go:2 +0x1',
    'panic: x\n\ngoroutine 1 [running]:\nmain.run.func2.1()\n\t/a/m.go:1 +0x1\nmain.main()\n\t/a/m.go:2 +0x1',
  ],
  [
    'json escaped',
    'java.lang.RuntimeException: a\n\tat com.a.B.x(B.java:1)',
    '{"@timestamp":"2026","stack_trace":"java.lang.RuntimeException: a\\n\\tat com.a.B.x(B.java:1)\\n"}',
  ],
  [
    'rails log',
    "NoMethodError (undefined method `x' for nil:NilClass):\n\napp/models/cart.rb:12:in `total'\napp/c.rb:3:in `show'",
    "NoMethodError (undefined method `x' for #<Cart:0x0000>):\n\napp/models/cart.rb:19:in `total'\nactionpack (7.0.1) lib/x.rb:3:in `y'\napp/c.rb:3:in `show'",
  ],
  [
    'rspec',
    "     Failure/Error: expect(a).to eq 4\n\n       expected: 4\n            got: 3\n     # ./spec/a_spec.rb:1:in `block (2 levels) in <top (required)>'",
    "     Failure/Error: expect(a).to eq 4\n\n       expected: 4\n            got: 99\n     # ./spec/a_spec.rb:8:in `block (2 levels) in <top (required)>'",
  ],
];

/** Two failures that look like each other. */
export const unlike: readonly Pair[] = [
  [
    'go vs other fn',
    'panic: boom\n\ngoroutine 1 [running]:\nmain.f(0x1)\n\t/a/main.go:1 +0x1',
    'panic: boom\n\ngoroutine 1 [running]:\nmain.g(0x1)\n\t/a/main.go:1 +0x1',
  ],
  [
    'go test msgs',
    '--- FAIL: TestA (0.00s)\n    a_test.go:12: order not found',
    '--- FAIL: TestA (0.00s)\n    a_test.go:30: payment declined',
  ],
  ['go tests', '--- FAIL: TestA (0.00s)\n    a_test.go:12: got 1', '--- FAIL: TestB (0.00s)\n    a_test.go:30: got 1'],
  [
    'jest tests',
    '  ● a › b\n\n    expect(received).toBe(expected)\n\n      at Object.<anonymous> (src/a.test.ts:1:2)',
    '  ● a › c\n\n    expect(received).toBe(expected)\n\n      at Object.<anonymous> (src/a.test.ts:9:2)',
  ],
  [
    'py module errs',
    'Traceback (most recent call last):\n  File "/a/x.py", line 1, in <module>\n    f()\nModuleNotFoundError: No module named alpha',
    'Traceback (most recent call last):\n  File "/a/x.py", line 1, in <module>\n    f()\nModuleNotFoundError: No module named beta',
  ],
  [
    'rust',
    "thread 'main' panicked at src/cart.rs:12:5:\ncalled `Option::unwrap()` on a `None` value",
    "thread 'main' panicked at src/cart.rs:12:5:\ncalled `Result::unwrap()` on an `Err` value: X",
  ],
  [
    'js codes',
    'Error: connect ECONNREFUSED 127.0.0.1:1\n    at TCPConnectWrap.afterConnect (node:net:1:2)',
    'Error: connect ETIMEDOUT 127.0.0.1:1\n    at TCPConnectWrap.afterConnect (node:net:1:2)',
  ],
  [
    'lib only msgs',
    'java.lang.IllegalStateException: pool closed\n\tat org.apache.X.y(X.java:1)',
    'java.lang.IllegalStateException: pool empty\n\tat org.apache.X.y(X.java:1)',
  ],
  [
    'cause kinds',
    'com.a.X: o\n\tat com.a.B.c(B.java:1)\nCaused by: java.io.IOException: x\n\tat com.a.D.e(D.java:1)',
    'com.a.X: o\n\tat com.a.B.c(B.java:1)\nCaused by: java.net.SocketException: x\n\tat com.a.D.e(D.java:1)',
  ],
  [
    'kernel fn',
    'BUG: kernel NULL pointer dereference, address: 0\nRIP: 0010:foo_a+0x1/0x2 [foo]\nCall Trace:\n foo_probe+0x1/0x2 [foo]',
    'BUG: kernel NULL pointer dereference, address: 0\nRIP: 0010:foo_b+0x1/0x2 [foo]\nCall Trace:\n foo_probe+0x1/0x2 [foo]',
  ],
  ['ruby kinds', "/a/cart.rb:1:in `total': x (KeyError)", "/a/cart.rb:1:in `total': x (TypeError)"],
  [
    'cs fn',
    'System.Exception: a\n   at Shop.Cart.Total() in C:\\a\\Cart.cs:line 1',
    'System.Exception: a\n   at Shop.Cart.Sum() in C:\\a\\Cart.cs:line 1',
  ],
  [
    'asan fn',
    '==1==ERROR: AddressSanitizer: SEGV on unknown address 0x0 (pc 0x1 bp 0x2 sp 0x3 T0)\n    #0 0x1 in a /a/cart.c:1:2',
    '==1==ERROR: AddressSanitizer: SEGV on unknown address 0x0 (pc 0x1 bp 0x2 sp 0x3 T0)\n    #0 0x1 in b /a/cart.c:1:2',
  ],
  [
    'php fn',
    'PHP Fatal error:  Uncaught RuntimeException: x in /a/src/C.php:1\nStack trace:\n#0 /a/src/M.php(3): App\\C->f(1)\n#1 {main}',
    'PHP Fatal error:  Uncaught RuntimeException: x in /a/src/C.php:1\nStack trace:\n#0 /a/src/M.php(3): App\\C->g(1)\n#1 {main}',
  ],
  [
    'gtest',
    '/a/cart_test.cc:12: Failure\nExpected equality of these values:\n  total\n    Which is: 3\n  4',
    '/a/order_test.cc:12: Failure\nExpected equality of these values:\n  sum\n    Which is: 3\n  4',
  ],
];
