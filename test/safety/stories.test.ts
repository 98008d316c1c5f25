/** Whole charts, each with its story, judged as a chart file is. */
import { describe, expect, test } from 'vitest';
import type { RuleId, Severity } from '#lib/safety/rule-id.ts';
import { stories } from '../patients/stories.ts';
import { judgeBundle } from './judged.ts';

describe.each(stories.filter(({ fault }) => fault === undefined))(
  '$id $title',
  ({ asOf, bundle, expected }) => {
    const judgement = judgeBundle(bundle, { asOf });
    const rules = (severity: Severity): RuleId[] => [
      ...new Set(
        judgement.findings.filter((finding) => finding.severity === severity).map(({ rule }) => rule),
      ),
    ];

    test(`the opioid verdict is ${expected.verdict}`, () => {
      expect(judgement.opioid.verdict).toBe(expected.verdict);
      expect(judgement.opioid.earliestStart).toBe(expected.earliestStart);
    });

    test('what is asked comes with reasons to choose from, and nothing else does', () => {
      for (const { severity, reasons, question } of judgement.findings) {
        expect(reasons.length > 1).toBe(severity === 'confirm');
        expect(question !== null).toBe(severity === 'confirm');
      }
    });

    test('the rules raised are those of the story, and no others', () => {
      expect({ blocks: rules('blocks'), confirms: rules('confirm'), informs: rules('informs') }).toEqual({
        blocks: expected.blocks,
        confirms: expected.confirms,
        informs: expected.informs,
      });
    });
  },
);
