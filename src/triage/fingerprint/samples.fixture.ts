import type { Language } from './failure';

/** A failure as a tool writes it, and what should be read out of it. */
export interface Sample {
  readonly name: string;
  readonly language: Language | null;
  readonly kind: string | null;
  /** The innermost function of the team's own; null where there is none. */
  readonly own: string | null;
  readonly text: string;
}

export const samples: readonly Sample[] = [
  {
    name: 'Java with a cause and frames left out',
    language: 'java',
    kind: 'java.lang.NullPointerException',
    own: 'com.example.shop.Cart.lambda$total',
    text: `2026-11-02 09:00:01,123 ERROR [http-nio-8080-exec-3] c.e.shop.CheckoutController - Checkout 4711 failed
com.example.shop.CheckoutException: Order 4711 cannot be placed
	at com.example.shop.Checkout.place(Checkout.java:88) ~[shop-1.2.3.jar:1.2.3]
	at com.example.shop.CheckoutController.post(CheckoutController.java:41) ~[shop-1.2.3.jar:1.2.3]
	at java.base/jdk.internal.reflect.DirectMethodHandleAccessor.invoke(DirectMethodHandleAccessor.java:103)
	at app//org.junit.platform.commons.util.ReflectionUtils.invokeMethod(ReflectionUtils.java:727)
Caused by: java.lang.NullPointerException: Cannot invoke "com.example.shop.Price.amount()" because "price" is null
	at com.example.shop.Cart.lambda$total$0(Cart.java:31)
	at java.base@17.0.2/java.util.stream.ReduceOps$3ReducingSink.accept(ReduceOps.java:169)
	at com.example.shop.Cart.total(Cart.java:30)
	at com.example.shop.Checkout.place(Checkout.java:80)
	... 3 more
`,
  },
  {
    name: 'Java with proxies, generated classes and what was suppressed',
    language: 'java',
    kind: 'java.sql.SQLException',
    own: 'com.example.shop.OrderStore.load',
    text: `Exception in thread "pool-3-thread-12" java.sql.SQLException: Connection pool-7 refused by 10.0.0.7:5432
	at com.example.shop.OrderStore.load(OrderStore.java:55)
	at com.example.shop.OrderStore$$FastClassBySpringCGLIB$$1a2b3c4d.invoke(<generated>)
	at org.springframework.cglib.proxy.MethodProxy.invoke(MethodProxy.java:218)
	at com.example.shop.OrderStore$$EnhancerBySpringCGLIB$$9f8e7d6c.load(<generated>)
	at jdk.proxy2/jdk.proxy2.$Proxy12.load(Unknown Source)
	at com.example.shop.Orders$1.run(Orders.java:20)
	at com.example.shop.Orders$$Lambda$123/0x0000000800c8a000.apply(Unknown Source)
	Suppressed: java.io.IOException: close failed
		at com.example.shop.Pool.close(Pool.java:9)
		Caused by: java.lang.IllegalStateException: already closed
			at com.example.shop.Pool.shut(Pool.java:19)
`,
  },
  {
    name: 'Kotlin with coroutines',
    language: 'java',
    kind: 'kotlinx.coroutines.TimeoutCancellationException',
    own: 'com.example.shop.Stock$reserve.invokeSuspend',
    text: `kotlinx.coroutines.TimeoutCancellationException: Timed out waiting for 500 ms
	at _COROUTINE._BOUNDARY._(CoroutineDebugging.kt:46)
	at com.example.shop.Stock$reserve$2.invokeSuspend(Stock.kt:24)
	at kotlin.coroutines.jvm.internal.BaseContinuationImpl.resumeWith(ContinuationImpl.kt:33)
	at kotlinx.coroutines.DispatchedTask.run(DispatchedTask.kt:108)
`,
  },
  {
    name: 'an assertion of JUnit',
    language: 'java',
    kind: 'org.opentest4j.AssertionFailedError',
    own: 'com.example.shop.CartTest.addsUp',
    text: `org.opentest4j.AssertionFailedError: expected: <5> but was: <6>
	at app//org.junit.jupiter.api.AssertionUtils.fail(AssertionUtils.java:55)
	at app//org.junit.jupiter.api.Assertions.assertEquals(Assertions.java:527)
	at app//com.example.shop.CartTest.addsUp(CartTest.java:17)
`,
  },
  {
    name: 'Node with a cause',
    language: 'javascript',
    kind: 'TypeError',
    own: 'Cart.total',
    text: `/srv/shop/src/checkout.js:14
    throw new CheckoutError('cannot be placed', { cause });
    ^

CheckoutError: Order 17 cannot be placed
    at Checkout.place (/srv/shop/src/checkout.js:14:11)
    at async handle (/srv/shop/src/server.js:8:3) {
  [cause]: TypeError: Cannot read properties of undefined (reading 'amount')
      at Cart.total (/srv/shop/src/cart.js:12:20)
      at Array.map (<anonymous>)
      at new Order (/srv/shop/src/order.js:5:9)
      at Module._compile (node:internal/modules/cjs/loader:1358:14)
      at Layer.handle [as handle_request] (/srv/shop/node_modules/express/lib/router/layer.js:95:5)
}

Node.js v20.1.0
`,
  },
  {
    name: 'Chrome with a bundle',
    language: 'javascript',
    kind: 'RangeError',
    own: 'renderCart',
    text: `Uncaught (in promise) RangeError: Invalid array length
    at renderCart (https://shop.example.com/assets/main.3f2a1b.js:2:10412)
    at Object.useState (https://shop.example.com/assets/vendors.9c8d7e.js:1:552)
    at webpack:///./src/view.ts?a1b2:30:4
    at eval (eval at compile (https://shop.example.com/assets/main.3f2a1b.js:9:1), <anonymous>:1:5)
`,
  },
  {
    name: 'Firefox',
    language: 'javascript',
    kind: 'TypeError',
    own: 'total',
    text: `TypeError: cart.items is undefined
total@https://shop.example.com/assets/cart.js:12:20
refresh/<@https://shop.example.com/assets/view.js:4:11
async*load@https://shop.example.com/assets/view.js:9:2
@https://shop.example.com/assets/view.js:40:1
`,
  },
  {
    name: 'Safari',
    language: 'javascript',
    kind: null,
    own: 'total',
    text: `total@https://shop.example.com/assets/cart.js:12:20
map@[native code]
global code@https://shop.example.com/assets/view.js:40:1
`,
  },
  {
    name: 'Jest',
    language: 'javascript',
    kind: null,
    own: '<anonymous>',
    text: `  ● Cart › adds up

    expect(received).toEqual(expected) // deep equality

    - Expected  - 1
    + Received  + 1

      Object {
    -   "total": 5,
    +   "total": 6,
      }

      10 |   const cart = new Cart();
    > 11 |   expect(cart.sum()).toEqual({ total: 5 });
         |                      ^
      12 | });

      at Object.<anonymous> (src/cart.test.ts:11:22)
`,
  },
  {
    name: 'Python with a direct cause',
    language: 'python',
    kind: 'KeyError',
    own: 'price_of',
    text: `Traceback (most recent call last):
  File "/home/ci/a1/shop/cart.py", line 12, in price_of
    return prices[sku]
           ~~~~~~^^^^^
KeyError: 'A-17'

The above exception was the direct cause of the following exception:

Traceback (most recent call last):
  File "/home/ci/a1/shop/app.py", line 40, in <module>
    main()
  File "/usr/lib/python3.11/site-packages/click/core.py", line 1130, in __call__
    return self.main(*args, **kwargs)
  File "/home/ci/a1/shop/checkout.py", line 21, in place
    raise CheckoutError("cannot be placed") from error
shop.errors.CheckoutError: cannot be placed
`,
  },
  {
    name: 'a group of Python',
    language: 'python',
    kind: 'ValueError',
    own: 'reserve',
    text: `  + Exception Group Traceback (most recent call last):
  |   File "/srv/shop/stock.py", line 9, in main
  |     async with asyncio.TaskGroup() as group:
  | ExceptionGroup: unhandled errors in a TaskGroup (1 sub-exception)
  +-+---------------- 1 ----------------
    | Traceback (most recent call last):
    |   File "/srv/shop/stock.py", line 5, in reserve
    |     raise ValueError("out of stock")
    | ValueError: out of stock
    +------------------------------------
`,
  },
  {
    name: 'pytest, long',
    language: 'python',
    kind: 'AssertionError',
    own: 'test_total',
    text: `________________________________ test_total ________________________________

    def test_total():
        cart = Cart()
>       assert cart.total() == 4
E       assert 3 == 4
E        +  where 3 = total()
E        +    where total = <shop.cart.Cart object at 0x7f2a1c0d>.total

tests/test_cart.py:12: AssertionError
`,
  },
  {
    name: 'pytest, short',
    language: 'python',
    kind: 'ZeroDivisionError',
    own: 'average',
    text: `tests/test_cart.py:12: in test_average
    cart.average()
shop/cart.py:30: in average
    return total / count
E   ZeroDivisionError: division by zero
`,
  },
  {
    name: 'a syntax error of Python',
    language: 'python',
    kind: 'SyntaxError',
    own: '<module>',
    text: `  File "/srv/shop/cart.py", line 3
    def total(:
              ^
SyntaxError: invalid syntax
`,
  },
  {
    name: '.NET with an inner exception',
    language: 'csharp',
    kind: 'System.InvalidOperationException',
    own: 'Shop.Cart.Total.lambda',
    text: `Unhandled exception. System.AggregateException: One or more errors occurred. (Order 17 cannot be placed)
 ---> Shop.CheckoutException: Order 17 cannot be placed
 ---> System.InvalidOperationException: Sequence contains no elements
   at System.Linq.ThrowHelper.ThrowNoElementsException()
   at Shop.Cart.<>c__DisplayClass3_0.<Total>b__1(Item item) in /home/ci/a1/Shop/Cart.cs:line 12
   at Shop.Checkout.<PlaceAsync>d__5.MoveNext() in /home/ci/a1/Shop/Checkout.cs:line 40
   --- End of inner exception stack trace ---
   at Shop.Checkout.PlaceAsync(Int32 id) in /home/ci/a1/Shop/Checkout.cs:line 44
--- End of stack trace from previous location ---
   --- End of inner exception stack trace ---
   at System.Threading.Tasks.Task.Wait(Int32 millisecondsTimeout)
   at Shop.Program.Main(String[] args) in /home/ci/a1/Shop/Program.cs:line 9
`,
  },
  {
    name: 'a panic of Go',
    language: 'go',
    kind: 'runtime error: index out of range',
    own: 'main.(*Cart).Total',
    text: `panic: runtime error: index out of range [5] with length 3 [recovered]
	panic: runtime error: index out of range [5] with length 3

goroutine 19 [running]:
testing.tRunner.func1.2({0x5012e0, 0xc000018150})
	/usr/local/go/src/testing/testing.go:1631 +0x24a
panic({0x5012e0?, 0xc000018150?})
	/usr/local/go/src/runtime/panic.go:770 +0x132
main.(*Cart).Total(0xc0000120c0, {0x4b8e7f, 0x5})
	/home/ci/a1/shop/cart.go:12 +0x1d
github.com/example/shop/checkout.Place.func1(...)
	/home/ci/a1/shop/checkout/place.go:40
created by main.main in goroutine 1
	/home/ci/a1/shop/main.go:9 +0x8a
exit status 2
`,
  },
  {
    name: 'a nil pointer of Go with its signal',
    language: 'go',
    kind: 'runtime error: invalid memory address or nil pointer dereference',
    own: 'example.com/shop/cart.Load',
    text: `panic: runtime error: invalid memory address or nil pointer dereference
[signal SIGSEGV: segmentation violation code=0x1 addr=0x18 pc=0x47d5f3]

goroutine 1 [running]:
example.com/shop/cart.Load(0x0)
	/home/ci/a1/cart/load.go:7 +0x13
main.main()
	/home/ci/a1/main.go:12 +0x25
`,
  },
  {
    name: 'testify',
    language: 'go',
    kind: 'assertion',
    own: 'TestTotal',
    text: `--- FAIL: TestTotal (0.00s)
    cart_test.go:17: 
        	Error Trace:	/home/ci/a1/cart/cart_test.go:17
        	Error:      	Not equal: 
        	            	expected: 5
        	            	actual  : 6
        	Test:       	TestTotal
FAIL
`,
  },
  {
    name: 'Ruby',
    language: 'ruby',
    kind: 'NoMethodError',
    own: 'total',
    text: `/srv/shop/lib/cart.rb:12:in \`total': undefined method \`amount' for nil:NilClass (NoMethodError)
	from /usr/local/lib/ruby/3.2.0/set.rb:501:in \`each'
	from /srv/shop/lib/checkout.rb:40:in \`block in place'
	from /srv/shop/vendor/bundle/ruby/3.2.0/gems/rack-2.2.3/lib/rack.rb:3:in \`call'
	from bin/shop:9:in \`<main>'
`,
  },
  {
    name: 'RSpec',
    language: 'ruby',
    kind: 'expectation',
    own: '<main>',
    text: `  1) Cart adds up
     Failure/Error: expect(cart.total).to eq(5)

       expected: 5
            got: 6

       (compared using ==)
     # ./spec/cart_spec.rb:11:in \`block (2 levels) in <top (required)>'
`,
  },
  {
    name: 'PHP with a cause',
    language: 'php',
    kind: 'PDOException',
    own: 'Shop\\Store::load',
    text: `PHP Fatal error:  Uncaught PDOException: SQLSTATE[HY000] [2002] Connection refused in /srv/shop/src/Store.php:12
Stack trace:
#0 /srv/shop/src/Checkout.php(40): Shop\\Store->load('17', Array)
#1 /srv/shop/vendor/symfony/http-kernel/HttpKernel.php(163): Shop\\Checkout->place(17)
#2 {main}

Next RuntimeException: cannot be placed in /srv/shop/src/Checkout.php:44
Stack trace:
#0 /srv/shop/vendor/symfony/http-kernel/HttpKernel.php(163): Shop\\Checkout->place(17)
#1 {main}
  thrown in /srv/shop/src/Checkout.php on line 44
`,
  },
  {
    name: 'a panic of Rust with a backtrace',
    language: 'rust',
    kind: 'panic',
    own: 'shop::cart::total',
    text: `thread 'main' panicked at src/cart.rs:12:5:
index out of bounds: the len is 3 but the index is 5
stack backtrace:
   0: rust_begin_unwind
             at /rustc/9fc6b43126469e3858e2fe86cafb4f0fd5068869/library/std/src/panicking.rs:665:5
   1: core::panicking::panic_fmt
             at /rustc/9fc6b43126469e3858e2fe86cafb4f0fd5068869/library/core/src/panicking.rs:76:14
   2: core::panicking::panic_bounds_check
   3: shop::cart::total
             at ./src/cart.rs:12:5
   4: shop::main
             at ./src/main.rs:4:13
   5: core::ops::function::FnOnce::call_once
note: Some details are omitted, run with \`RUST_BACKTRACE=full\` for a verbose backtrace.
`,
  },
  {
    name: 'a panic of Rust without a backtrace',
    language: 'rust',
    kind: 'panic',
    own: '<panic>',
    text: `thread 'tests::adds_up' panicked at src/cart.rs:40:9:
assertion \`left == right\` failed
  left: 5
 right: 6
note: run with \`RUST_BACKTRACE=1\` environment variable to display a backtrace
`,
  },
  {
    name: 'gdb',
    language: 'cpp',
    kind: 'SIGSEGV',
    own: 'cart_total',
    text: `Program received signal SIGSEGV, Segmentation fault.
0x0000555555555131 in cart_total (cart=0x0) at cart.c:12
#0  0x0000555555555131 in cart_total (cart=0x0) at /home/ci/a1/src/cart.c:12
#1  0x00005555555551a4 in main (argc=1, argv=0x7fffffffe0a8) at /home/ci/a1/src/main.c:9
#2  0x00007ffff7df0083 in __libc_start_main () from /lib/x86_64-linux-gnu/libc.so.6
`,
  },
  {
    name: 'AddressSanitizer',
    language: 'cpp',
    kind: 'heap-use-after-free',
    own: 'shop::Cart::total',
    text: `=================================================================
==12345==ERROR: AddressSanitizer: heap-use-after-free on address 0x602000000010 at pc 0x0000004f8b2d bp 0x7ffd sp 0x7ffc
READ of size 4 at 0x602000000010 thread T0
    #0 0x43e8a1 in __interceptor_memcpy /build/llvm/compiler-rt/lib/sanitizer_common_interceptors.inc:827:5
    #1 0x4f8b2c in shop::Cart::total(int, std::vector<int, std::allocator<int> > const&) const /home/ci/a1/src/cart.cpp:12:3
    #2 0x4f8c00 in main /home/ci/a1/src/main.cpp:9:10
    #3 0x7f2a (/lib/x86_64-linux-gnu/libc.so.6+0x21b96) (BuildId: 0a1b2c3d)

0x602000000010 is located 0 bytes inside of 4-byte region [0x602000000010,0x602000000014)
freed by thread T0 here:
    #0 0x4c6b2d in operator delete(void*) /build/llvm/asan_new_delete.cpp:160:3
    #1 0x4f8a00 in shop::Cart::clear() /home/ci/a1/src/cart.cpp:30:3
`,
  },
  {
    name: 'UndefinedBehaviorSanitizer without a stack',
    language: 'cpp',
    kind: 'runtime error: signed integer overflow',
    own: '<anonymous>',
    text: `/home/ci/a1/src/cart.cpp:12:20: runtime error: signed integer overflow: 2147483647 + 1 cannot be represented in type 'int'
`,
  },
  {
    name: 'glibc',
    language: 'cpp',
    kind: 'double free or corruption',
    own: 'cart_free',
    text: `*** Error in \`./shop': double free or corruption (fasttop): 0x00000000019c2010 ***
======= Backtrace: =========
/lib/x86_64-linux-gnu/libc.so.6(+0x777e5)[0x7f2a1c0d17e5]
./shop(cart_free+0x1d)[0x40055d]
./shop(main+0x27)[0x400597]
`,
  },
  {
    name: 'an oops of the kernel',
    language: 'kernel',
    kind: 'NULL pointer dereference',
    own: 'shopdrv:cart_ioctl',
    text: `[  123.456789] BUG: kernel NULL pointer dereference, address: 0000000000000010
[  123.456790] #PF: supervisor read access in kernel mode
[  123.456791] Oops: 0000 [#1] SMP PTI
[  123.456792] CPU: 1 PID: 4242 Comm: shop Tainted: G           OE     5.15.0-91-generic #101
[  123.456793] RIP: 0010:cart_ioctl+0x1d/0x80 [shopdrv]
[  123.456794] RSP: 0018:ffffb0a0c0a0be88 EFLAGS: 00010246
[  123.456795] Call Trace:
[  123.456796]  <TASK>
[  123.456797]  ? show_regs+0x6d/0x80
[  123.456798]  ? page_fault_oops+0x99/0x190
[  123.456799]  cart_dispatch+0x44/0x90 [shopdrv]
[  123.456800]  __x64_sys_ioctl+0x92/0xd0
[  123.456801]  do_syscall_64+0x59/0xc0
[  123.456802]  entry_SYSCALL_64_after_hwframe+0x61/0xcb
[  123.456803]  </TASK>
[  123.456804] ---[ end trace 0000000000000000 ]---
`,
  },
  {
    name: 'Dart',
    language: 'dart',
    kind: 'StateError',
    own: 'Cart.total',
    text: `Unhandled exception:
StateError: No element
#0      List.first (dart:core-patch/growable_array.dart:343:5)
#1      Cart.total (package:shop/cart.dart:12:20)
#2      main (file:///home/ci/a1/bin/main.dart:4:3)
`,
  },
  {
    name: 'Elixir',
    language: 'elixir',
    kind: 'KeyError',
    own: 'Shop.Cart.total',
    text: `** (KeyError) key :amount not found in: %{sku: "A-17"}
    (shop 0.1.0) lib/shop/cart.ex:12: Shop.Cart.total/1
    (elixir 1.15.0) lib/enum.ex:1658: Enum."-map/2-lists^map/1-0-"/2
    (shop 0.1.0) lib/shop/checkout.ex:40: Shop.Checkout.place/2
`,
  },
  {
    name: 'a message alone',
    language: null,
    kind: null,
    own: null,
    text: 'Payment of order 4711 was declined by 10.0.0.7:8443 at 2026-11-02T09:00:00Z',
  },
];
