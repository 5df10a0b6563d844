import type { Frame, Trace } from '../failure';
import type { Line } from '../lines';
import { lineNumber, sourceFile } from '../source-file';

/** What every oops goes through on its way in and out. */
const common =
  /^(?:dump_stack\w*|show_stack|show_regs|show_trace\w*|__warn\w*|warn_slowpath\w*|report_bug|handle_bug|exc_\w+|asm_exc_\w+|asm_\w+|entry_SYSCALL\w*|do_syscall_\w+|__do_sys_\w+|__se_sys_\w+|__(?:x64|ia32|arm64)_sys_\w+|ret_from_fork\w*|kthread|worker_thread|process_(?:one_work|scheduled_works)|page_fault\w*|do_page_fault|__do_page_fault|async_page_fault|do_user_addr_fault|bad_area\w*|no_context|page_fault_oops|kernelmode_fixup_or_oops|panic|nmi_panic|die\w*|__die\w*|oops_\w+|crash_kexec|do_trap|do_error_trap|do_invalid_op|invalid_op|general_protection|print_report|kasan_\w+|__kasan_\w+|__asan_\w+|print_address_description\w*|start_kernel|secondary_startup\w*|x86_64_start\w*|cpu_startup_entry|do_idle|default_idle\w*|rest_init|el0\w*|el1\w*|invoke_syscall|el0_svc\w*|system_call\w*|apic_timer_interrupt|sysvec_\w+|smp_\w+|common_interrupt|irq_exit\w*|__irq_exit\w*|__do_softirq|handle_softirqs|do_softirq\w*|call_softirq|bug_at|do_one_initcall|do_initcalls|kernel_init\w*|watchdog\w*|__schedule|schedule|schedule_timeout\w*|check_hung\w*|debug_dma\w*|unwind_\w+|save_stack\w*|ubsan_epilogue|__ubsan_\w+|fortify_panic|lockdep_\w+|print_(?:circular_bug|deadlock_bug)\w*|__lock_acquire|lock_acquire|hrtimer_interrupt|tick_\w+|rcu_sched_clock_irq|update_process_times)$/;

const call =
  /^(?:\[[0-9a-f]{8,16}\] ?)?(?:(?:RIP|IP|PC|pc|EIP|NIP|LR|lr)(?: is at ?| ?: ?)(?:\[?[0-9a-f]{8,16}\]? )?(?:[0-9a-f]{4}: ?)?)?(?:\((?:[\w.]+)\) )?(\? )?\[?([A-Za-z_][\w.]{1,120})\+0x[0-9a-f]+\/0x[0-9a-f]+\]?(?: ?[[(]([\w-]{1,60})(?: [0-9a-f]{1,64})?[\])])?(?: \(([^()\s]{1,200}?):(\d{1,7}) ?[^()]{0,200}\))?(?: ([^\s:]{1,200}\.[chS]):(\d{1,7}))?(?: ?\[inline\])?$/;

const nameOf = (written: string) => written.replace(/(?:\.(?:isra|constprop|part|cold|llvm|lto_priv)(?:\.\d+)*)+$/, '');

function frame(text: string): Frame | null {
  const match = text.includes('+0x')
    ? call.exec(
        text
          .replace(/\[<[0-9a-f]{8,16}>\]/g, ' ')
          .replace(/\s+/g, ' ')
          .replace(/^ ?\((.{1,200}?)\) from .*$/, '$1')
          .trim(),
      )
    : null;
  // A question mark stands for what merely lay on the stack, and comes and goes.
  if (match === null || match[1] !== undefined) return null;
  const name = nameOf(match[2] ?? '');
  const path = match[4] ?? match[6];
  return {
    function: match[3] === undefined || /^\d|^[0-9a-f]{16,}$/.test(match[3]) ? name : `${match[3]}:${name}`,
    file: path === undefined ? null : sourceFile(path),
    line: lineNumber(match[5] ?? match[7]),
    inApp: !common.test(name),
  };
}

const kinds: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [/BUG: (KASAN|KMSAN|KCSAN|KFENCE|kasan): ([a-z -]+?)(?= in | at |$)/, ({ 1: tool = '', 2: what = '' }) => `${tool}: ${what}`],
  [
    /(?:unable to handle|Unable to handle)(?: kernel)? (NULL pointer dereference|paging request|page fault|access[a-z ]*)/i,
    ({ 1: what = '' }) => what,
  ],
  [/BUG: kernel (NULL pointer dereference)/, ({ 1: what = '' }) => what],
  [/kernel BUG at (\S+?):\d+/, ({ 1: path = '' }) => `kernel BUG at ${sourceFile(path) ?? ''}`],
  [
    /(general protection fault|divide error|invalid opcode|double fault|stack segment|alignment check|int3|kernel stack overflow|stack guard page was hit)/,
    ({ 1: what = '' }) => what,
  ],
  [
    /BUG: (soft lockup|workqueue lockup|scheduling while atomic|sleeping function called from invalid context|Bad page state|Bad rss-counter state|unable to handle page fault|spinlock [a-z ]+|corrupted list)/,
    ({ 1: what = '' }) => what,
  ],
  [
    /INFO: (task \S+ blocked for more than|rcu\w* (?:self-)?detected (?:expedited )?stalls?|possible circular locking dependency detected|possible recursive locking detected|suspicious RCU usage|trying to register non-static key|rcu_\w+ detected stalls)/,
    ({ 1: what = '' }) => what.replace(/^task \S+/, 'task'),
  ],
  [
    /(possible circular locking dependency detected|possible recursive locking detected|suspicious RCU usage)/,
    ({ 1: what = '' }) => what,
  ],
  [/Kernel panic - not syncing: (.{1,120})/, ({ 1: what = '' }) => `panic: ${what.replace(/\d+|0x[0-9a-f]+/g, 'n')}`],
  [/(?:WARNING: )?CPU: \d+ PID: \d+ at (\S+?):\d+/, ({ 1: path = '' }) => `WARNING at ${sourceFile(path) ?? ''}`],
  [/UBSAN: ([a-z -]+?) in /, ({ 1: what = '' }) => `UBSAN: ${what}`],
  [/refcount_t: ([a-z -]+)/, ({ 1: what = '' }) => `refcount_t: ${what}`],
  [/(invoked oom-killer)/, () => 'oom-killer'],
  [/\bOops:/, () => 'Oops'],
];

function kindOf(text: string): string | null {
  for (const [shape, name] of kinds) {
    const match = shape.exec(text);
    if (match !== null) return name(match).trim();
  }
  return null;
}

/** Oopses, warnings and panics of the Linux kernel. */
export function readKernel(lines: readonly Line[]): Trace | null {
  const frames: Frame[] = [];
  let kind: string | null = null;
  let message = '';
  let traced = false;
  let place: Frame | null = null;
  for (const { text } of lines) {
    if (/^---\[ end trace|^Allocated by task|^Freed by task|^Modules linked in:.*(?=$)/.test(text) && traced && frames.length > 1)
      break;
    if (/^(?:Call Trace|Backtrace|Call trace|Stack traceback)\b/.test(text)) {
      if (traced && frames.length > 1) break;
      traced = true;
      continue;
    }
    const next = frames.length === 0 && text.length < 400 ? kindOf(text) : null;
    if (next !== null && (kind === null || kind === 'Oops')) {
      kind = next;
      message = text.replace(/ at (?:virtual address )?[0-9a-f]{8,16}$/, '');
    }
    const read = frame(text);
    if (read === null) continue;
    if (/^(?:RIP|IP|PC|pc|EIP|NIP)\b/.test(text)) place ??= read;
    else if (traced) frames.push(read);
  }
  if (place !== null && frames[0]?.function !== place.function && !frames.some(({ function: name }) => name === place.function))
    frames.unshift(place);
  else if (place !== null)
    frames.splice(
      0,
      frames.findIndex(({ function: name }) => name === place.function),
    );
  return frames.length > 0 && (kind !== null || traced) ? { language: 'kernel', chain: [{ kind, message, frames }] } : null;
}
