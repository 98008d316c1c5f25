/**
 * The invariants of CDS Hooks 2.0.1 over what a service answers, ported from the specification's own (cds-r, cds-resp, cds-fb) and from the
 * checks that certification test kits make.
 */
import { z } from 'zod';

const url = z.string().refine((text) => URL.canParse(text), 'is no absolute URL');
const coding = z.strictObject({
  system: z.string().min(1),
  code: z.string().regex(/^\S+$/),
  display: z.string().min(1),
});
const uuid = z.uuid();

const action = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('create'),
    description: z.string().min(1),
    resource: z.looseObject({ resourceType: z.string() }),
  }),
  z.strictObject({
    type: z.literal('delete'),
    description: z.string().min(1),
    resourceId: z.string().regex(/^[A-Z]\w+\/[A-Za-z0-9.-]{1,64}$/),
  }),
]);

const suggestion = z.strictObject({
  label: z.string().min(1),
  uuid,
  isRecommended: z.boolean().optional(),
  actions: z.array(action).length(1, 'some EHRs take one action a suggestion'),
});

const link = z
  .strictObject({
    label: z.string().min(1),
    url,
    type: z.enum(['absolute', 'smart']),
    appContext: z.string().optional(),
  })
  .refine(
    ({ type, appContext }) => appContext === undefined || type === 'smart',
    'appContext is for SMART links',
  );

const card = z
  .strictObject({
    uuid,
    summary: z
      .string()
      .min(1)
      .refine((text) => text.length < 140, '140 characters or more'),
    detail: z.string().min(1),
    indicator: z.enum(['info', 'warning', 'critical']),
    source: z.strictObject({
      label: z.string().min(1),
      url,
      topic: coding.extend({ code: z.string().regex(/^[A-Za-z0-9]{1,100}$/) }),
    }),
    suggestions: z.array(suggestion).min(1).optional(),
    selectionBehavior: z.enum(['at-most-one', 'any']).optional(),
    overrideReasons: z.array(coding).min(1).max(4),
    links: z.array(link).min(1),
  })
  .refine(
    ({ suggestions, selectionBehavior }) => (suggestions === undefined) === (selectionBehavior === undefined),
    'selectionBehavior stands exactly where suggestions do',
  )
  .refine(
    ({ suggestions = [] }) => suggestions.filter(({ isRecommended }) => isRecommended).length <= 1,
    'more than one suggestion is recommended',
  );

export const responseSchema = z.strictObject({ cards: z.array(card) }).refine(({ cards }) => {
  const ids = cards.flatMap(({ uuid: id, suggestions = [] }) => [id, ...suggestions.map((one) => one.uuid)]);
  return new Set(ids).size === ids.length;
}, 'a uuid stands twice');

export type CheckedResponse = z.infer<typeof responseSchema>;
export type CheckedCard = CheckedResponse['cards'][number];

/** First-level tokens alone, no `_include`, no functions. */
const template = z
  .string()
  .regex(/^[A-Z]\w+(?:\/\{\{context\.patientId\}\}|\?patient=\{\{context\.patientId\}\}&_count=\d+)$/);

export const discoverySchema = z.strictObject({
  services: z
    .array(
      z.strictObject({
        hook: z.enum(['order-select', 'order-sign', 'patient-view']),
        id: z.string().regex(/^[\w-]+$/),
        title: z.string().min(1),
        description: z.string().min(1),
        prefetch: z.record(z.string().regex(/^\w+$/), template),
        usageRequirements: z.string().min(1),
      }),
    )
    .min(1)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'one id for several hooks'),
});
