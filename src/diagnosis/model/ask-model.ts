import type { Cause, Confidence, Diagnosis, RunDiagnosis } from '../../model/diagnosis.js';
import type { ModelVerdict } from './answer.js';
import type { RuledFailure } from '../diagnose-failure.js';
import { causesOf, isThin, type RuleDiagnosis } from '../diagnose-run.js';
import { askOne, unasked, type Phase } from './model-call.js';
import { modelNote } from './model-note.js';
import { createBudget } from './budget.js';
import type { ModelCall, ModelSettings, ModelServices } from './model-options.js';
import { questionFor, SYSTEM_PROMPT } from './prompt.js';

/** The run with the model's answers in it, and everything that was sent and came back. */
export interface ModelDiagnosis {
  readonly run: RunDiagnosis;
  readonly calls: readonly ModelCall[];
  /** Sent with every question. */
  readonly system: string;
}

const UNSURE: Readonly<Record<Confidence, number>> = { low: 0, medium: 1, high: 2 };

/** Least sure first, then by reach; sure and user-ruled causes are left alone. */
function askable(causes: readonly Cause[], { ask }: ModelSettings): readonly Cause[] {
  const open = causes.filter(
    (cause) => cause.source === 'rules' && (ask === 'all' || cause.confidence !== 'high' || isThin(cause)),
  );
  return [...open].sort((a, b) => UNSURE[a.confidence] - UNSURE[b.confidence] || b.failures.length - a.failures.length);
}

/** Runs `work` over `items`, a few at a time, results in order. */
async function pooled<T, R>(items: readonly T[], width: number, work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [at, item] of queue) results[at] = await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
  return results;
}

function withVerdict(diagnosis: Diagnosis, verdict: ModelVerdict): Diagnosis {
  return {
    ...diagnosis,
    category: verdict.category,
    kind: verdict.kind,
    confidence: verdict.confidence,
    rootCause: verdict.rootCause,
    suggestion: verdict.suggestion === '' ? diagnosis.suggestion : verdict.suggestion,
    quotes: [...new Set([verdict.quote, ...diagnosis.quotes])].slice(0, 3),
    place: verdict.place ?? diagnosis.place,
    fixCode: verdict.fixCode,
    source: 'model',
  };
}

/** The member with the least certain rule has the most to learn from; among equals the longest evidence. */
function speakerOf(cause: Cause, ruled: ReadonlyMap<string, RuledFailure>): RuledFailure | null {
  const members = cause.failures.map((key) => ruled.get(key)).filter((member) => member !== undefined);
  return members.reduce<RuledFailure | null>(
    (best, member) => (best === null || member.facts.text.length > best.facts.text.length ? member : best),
    null,
  );
}

async function askAbout(cause: Cause, ruled: ReadonlyMap<string, RuledFailure>, phase: Phase): Promise<ModelCall> {
  const speaker = speakerOf(cause, ruled);
  if (speaker === null) return unasked(cause.id, 'phase ended');
  const members = cause.failures.flatMap((key) => ruled.get(key)?.diagnosis ?? []);
  const { context, redactor, nonce } = phase.services;
  return askOne(cause, questionFor(speaker, members, context, redactor.redact, nonce()), phase);
}

async function askAll(
  ruled: RuleDiagnosis,
  settings: ModelSettings,
  services: ModelServices,
): Promise<readonly ModelCall[]> {
  const open = askable(ruled.run.causes, settings);
  const late = open.slice(settings.maxCauses).map(({ id }) => unasked(id, 'too many causes'));
  const byKey = new Map(ruled.failures.map((failure) => [failure.failure.key, failure]));
  const deadline = new AbortController();
  const over = new AbortController();
  const phase: Phase = {
    services: services,
    settings,
    budget: createBudget(settings.model, settings.maxUsd, settings.maxTokens),
    signal: deadline.signal,
    ended: null,
    broken: 0,
  };
  const alarm = services.clock.sleep(settings.phaseTimeoutMs, over.signal).then(() => {
    if (!over.signal.aborted) deadline.abort();
  });
  const calls = await pooled(open.slice(0, settings.maxCauses), settings.concurrency, (cause) =>
    askAbout(cause, byKey, phase),
  );
  over.abort();
  await alarm;
  return [...calls, ...late];
}

/** Causes of one category that the model explains with the same sentence are one cause: that of the first. */
function joinEqual(diagnoses: readonly Diagnosis[]): readonly Diagnosis[] {
  const first = new Map<string, string>();
  return diagnoses.map((diagnosis) => {
    if (diagnosis.source !== 'model') return diagnosis;
    const key = `${diagnosis.category}\n${diagnosis.rootCause.toLowerCase().replace(/\W+/g, ' ').trim()}`;
    const causeKey = first.get(key) ?? diagnosis.causeKey;
    first.set(key, causeKey);
    return { ...diagnosis, causeKey };
  });
}

/**
 * Asks a language model about the causes the rules are not sure of, one question a cause. Whatever goes wrong, the
 * rules' answer stands and the reason is counted. No answer changes which tests failed; equal answers join causes.
 */
export async function diagnoseWithModel(
  ruled: RuleDiagnosis,
  settings: ModelSettings,
  services: ModelServices,
): Promise<ModelDiagnosis> {
  const calls = settings.maxUsd <= 0 ? [] : await askAll(ruled, settings, services);
  const verdicts = new Map(calls.map(({ causeId, verdict }) => [causeId, verdict]));
  const causeOfKey = new Map(ruled.run.causes.flatMap(({ id, failures }) => failures.map((key) => [key, id] as const)));
  const diagnoses = ruled.run.diagnoses.map((diagnosis) => {
    const verdict = verdicts.get(causeOfKey.get(diagnosis.key) ?? '') ?? null;
    return verdict === null ? diagnosis : withVerdict(diagnosis, verdict);
  });
  const joined = joinEqual(diagnoses);
  const notes = [...ruled.run.notes.slice(1), modelNote(calls, settings)];
  return { run: { diagnoses: joined, causes: causesOf(joined), notes }, calls, system: SYSTEM_PROMPT };
}
