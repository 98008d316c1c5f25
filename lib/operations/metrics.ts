/** What this server has done, counted for Prometheus. Labels come from closed lists: no patient, user or launch can stand in one. */
import { VERSION } from '#lib/settings/version.ts';
import { processWide } from '#lib/store/process-wide.ts';

interface Counter {
  readonly kind: 'counter';
  readonly help: string;
  readonly values: Map<string, number>;
}

interface Histogram {
  readonly kind: 'histogram';
  readonly help: string;
  readonly values: Map<string, { readonly buckets: number[]; sum: number; count: number }>;
}

/** Upper bounds in seconds: from an answer out of memory to a slow EHR's limit. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

const METRICS = {
  ldn_launches_total: ['counter', 'Launches that reached a chart, by outcome.'],
  ldn_reads_total: ['counter', 'Charts read, by outcome: complete or incomplete.'],
  ldn_verdicts_total: ['counter', 'Opioid verdicts shown, by verdict.'],
  ldn_writes_total: ['counter', 'Tries to write a draft, by outcome.'],
  ldn_refusals_total: ['counter', 'Launches and requests refused, by code.'],
  ldn_hook_calls_total: ['counter', 'Calls of the CDS Hooks services, by service and what was answered.'],
  ldn_hook_unremembered_total: [
    'counter',
    'CDS Hooks calls answered without what was reviewed here, for the store did not say it in time, by service.',
  ],
  ldn_hook_cards_total: [
    'counter',
    'Warnings raised by the CDS Hooks services, by service, kind, weight and whether a card was shown.',
  ],
  ldn_hook_feedback_total: [
    'counter',
    'What EHRs say became of cards, by service, outcome and override reason.',
  ],
  ldn_hook_launches_total: ['counter', 'Launches that came from the link of a CDS Hooks card.'],
  ldn_hook_duration_seconds: ['histogram', 'Time until a CDS Hooks call was answered, by service.'],
  ldn_act_duration_seconds: ['histogram', 'Time a whole read or write took, by act.'],
  ldn_ehr_requests_total: [
    'counter',
    'Requests sent to EHRs, by method and status; status "none" = no answer.',
  ],
  ldn_ehr_request_duration_seconds: ['histogram', 'Time until an EHR began to answer, by method.'],
  ldn_http_requests_total: ['counter', 'Requests answered, by route, method and status.'],
  ldn_http_request_duration_seconds: ['histogram', 'Time until an answer was sent, by route.'],
} as const satisfies Record<string, readonly ['counter' | 'histogram', string]>;

type NameOf<K> = {
  [N in keyof typeof METRICS]: (typeof METRICS)[N][0] extends K ? N : never;
}[keyof typeof METRICS];
type Labels = Readonly<Record<string, string>>;

function registry(): Map<string, Counter | Histogram> {
  return processWide('metrics', () => {
    const made = new Map<string, Counter | Histogram>();
    for (const [name, [kind, help]] of Object.entries(METRICS))
      made.set(name, { kind, help, values: new Map() });
    return made;
  });
}

export function count(name: NameOf<'counter'>, labels: Labels): void {
  const { values } = registry().get(name) as Counter;
  const key = labelText(labels);
  values.set(key, (values.get(key) ?? 0) + 1);
}

export function observe(name: NameOf<'histogram'>, labels: Labels, seconds: number): void {
  const { values } = registry().get(name) as Histogram;
  const key = labelText(labels);
  const seen = values.get(key) ?? { buckets: BUCKETS.map(() => 0), sum: 0, count: 0 };
  values.set(key, seen);
  for (const [index, bound] of BUCKETS.entries())
    if (seconds <= bound) seen.buckets[index] = (seen.buckets[index] ?? 0) + 1;
  seen.sum += seconds;
  seen.count += 1;
}

/** @see Prometheus text exposition format 0.0.4 */
export function metricsText(): string {
  const lines: string[] = [];
  for (const [name, metric] of registry()) {
    lines.push(`# HELP ${name} ${metric.help}`, `# TYPE ${name} ${metric.kind}`);
    if (metric.kind === 'counter') {
      for (const [labels, value] of metric.values) lines.push(`${name}{${labels}} ${value}`);
      continue;
    }
    for (const [labels, { buckets, sum, count: all }] of metric.values) {
      const bounds = [...BUCKETS.map(String), '+Inf'];
      for (const [index, bound] of bounds.entries()) {
        lines.push(`${name}_bucket{${labels},le="${bound}"} ${buckets[index] ?? all}`);
      }
      lines.push(`${name}_sum{${labels}} ${sum}`, `${name}_count{${labels}} ${all}`);
    }
  }
  lines.push(
    '# HELP ldn_build_info Always 1; the label is the version of this app.',
    '# TYPE ldn_build_info gauge',
    `ldn_build_info{${labelText({ version: VERSION })}} 1`,
    '# HELP process_cpu_seconds_total Processor time of this server, its own and that of the system for it.',
    '# TYPE process_cpu_seconds_total counter',
    `process_cpu_seconds_total ${processorSeconds()}`,
    '# HELP process_resident_memory_bytes Memory this server holds.',
    '# TYPE process_resident_memory_bytes gauge',
    `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
    '# HELP process_uptime_seconds Time since this server started.',
    '# TYPE process_uptime_seconds gauge',
    `process_uptime_seconds ${process.uptime()}`,
  );
  return `${lines.join('\n')}\n`;
}

function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}

/** Labels are words of this app's own; anything else is named "other". */
function labelText(labels: Labels): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${/^[\w./[\]-]{1,60}$/.test(value) ? value : 'other'}"`)
    .join(',');
}
