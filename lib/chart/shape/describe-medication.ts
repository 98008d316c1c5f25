/** What a chart says a medication is: every code, text and ingredient, through every reference, for the recogniser to judge. */

import type { ChartConcept } from '#lib/chart/chart.ts';
import { eachOnce } from '#lib/chart/read/each-once.ts';
import type { RawResource } from '#lib/chart/read/raw-chart.ts';
import type { References } from '#lib/chart/read/references.ts';
import { hiddenBy, unknownModifiers } from '#lib/chart/read/row-guards.ts';
import type { RowFault } from '#lib/chart/unread.ts';
import { Fields, type JsonObject } from '#lib/fhir/fields.ts';
import type { MedicationDescription } from '#lib/terminology/recognition.ts';
import { addConcept, addText, type Described, isEmpty, undescribed, wordsOf } from './described.ts';

/** POLICY: deeper than any product that is sold; what lies below is `unresolved`. */
const DEEPEST = 8;

/** POLICY: more parts than any product has; guards against ingredient lists that multiply. */
const MOST_PARTS = 200;

interface Walk {
  /** The resources being described, outermost first: one that comes again is a cycle. */
  readonly within: JsonObject[];
  parts: number;
}

interface Known {
  readonly description: Described;
  readonly faults: readonly RowFault[];
}

export class MedicationDescriber {
  readonly #references: References;
  /** Many rows point to one Medication: it is described once. */
  readonly #known = new Map<RawResource, Known>();

  constructor(references: References) {
    this.#references = references;
  }

  /** The medication of a MedicationRequest, Statement, Dispense or Administration. @see FHIR R4 medication[x] */
  describe(
    row: Fields,
    faults: RowFault[],
  ): { medication: MedicationDescription; words: string | null; forms: readonly ChartConcept[] } {
    const described = undescribed();
    const { forms, ...medication } = described;
    addConcept(described, row, 'medicationCodeableConcept');
    const reference = row.object('medicationReference');
    if (reference !== null) {
      this.#addReference(described, reference, row, faults, { within: [], parts: 0 });
    }
    const hidden = hiddenBy(row.json);
    if (hidden) medication.unresolved.push({ code: 'withheld' });
    if (!hidden && !row.has('medicationCodeableConcept') && !row.has('medicationReference')) {
      row.fault('medication', 'missing');
    }
    return { medication, words: wordsOf(described), forms };
  }

  #addReference(into: Described, reference: Fields, container: Fields, faults: RowFault[], walk: Walk): void {
    const display = reference.text('display');
    if (display !== null) addText(into, display);
    const identifier = reference.object('identifier');
    const value = identifier?.text('value') ?? null;
    if (value !== null)
      into.codings.push({ system: identifier?.text('system') ?? null, code: value, display: null });
    const address = reference.text('reference');
    if (address === null) {
      if (display === null && value === null) into.unresolved.push({ code: 'no-address' });
      return;
    }
    const isFound = address.startsWith('#')
      ? this.#addContained(into, address, container, faults, walk)
      : this.#addRead(into, address, faults, walk);
    // Drugs that are no longer sold vanish from drug lists: the name that the row itself gives is then what is known.
    if (!isFound && display === null) into.unresolved.push({ code: 'not-found', reference: address });
  }

  /** Where several parts go by one name nobody can say which is meant: it is all of them. */
  #addContained(
    into: Described,
    address: string,
    container: Fields,
    faults: RowFault[],
    walk: Walk,
  ): boolean {
    const id = address.slice(1);
    const contained = container
      .objects('contained')
      .filter((one) => id !== '' && (one.json.id === id || one.json.id === address));
    for (const one of contained) this.#addResource(into, one, container, faults, walk);
    return contained.length > 0;
  }

  #addRead(into: Described, address: string, faults: RowFault[], walk: Walk): boolean {
    const found = this.#references.findAll(address);
    for (const resource of found) {
      if (walk.within.length > 0) {
        const fields = new Fields(resource.json, faults, resource.type);
        this.#addResource(into, fields, fields, faults, walk);
      } else {
        const { description, faults: its } = this.#describeOnce(resource);
        faults.push(...its);
        into.codings.push(...description.codings);
        for (const text of description.texts) addText(into, text);
        into.ingredients.push(...description.ingredients);
        into.unresolved.push(...description.unresolved);
        into.forms.push(...description.forms);
      }
    }
    return found.length > 0;
  }

  #describeOnce(resource: RawResource): Known {
    const known = this.#known.get(resource);
    if (known !== undefined) return known;
    const faults: RowFault[] = [];
    const description = undescribed();
    const fields = new Fields(resource.json, faults, resource.type);
    this.#addResource(description, fields, fields, faults, { within: [], parts: 0 });
    faults.push(...unknownModifiers(resource.json).map((fault) => within(resource.type, fault)));
    const made = { description, faults: eachOnce(faults) };
    this.#known.set(resource, made);
    return made;
  }

  /** `container` is where "#..." references of this resource point. @see FHIR R4 Medication, Substance */
  #addResource(into: Described, resource: Fields, container: Fields, faults: RowFault[], walk: Walk): void {
    const type = resource.text('resourceType');
    if (type !== 'Medication' && type !== 'Substance') {
      into.unresolved.push({ code: 'no-medication' });
    } else if (walk.within.includes(resource.json)) {
      into.unresolved.push({ code: 'cycle' });
    } else if (walk.within.length >= DEEPEST) {
      into.unresolved.push({ code: 'too-deep' });
    } else {
      if (hiddenBy(resource.json)) into.unresolved.push({ code: 'withheld' });
      addConcept(into, resource, 'code');
      const form = resource.concept('form');
      if (form !== null) into.forms.push(form);
      const item = type === 'Medication' ? 'item' : 'substance';
      walk.within.push(resource.json);
      for (const ingredient of resource.objects('ingredient')) {
        this.#addIngredient(into, ingredient, item, container, faults, walk);
      }
      walk.within.pop();
    }
  }

  #addIngredient(
    into: Described,
    ingredient: Fields,
    item: string,
    container: Fields,
    faults: RowFault[],
    walk: Walk,
  ) {
    walk.parts += 1;
    if (walk.parts > MOST_PARTS) {
      if (walk.parts === MOST_PARTS + 1) into.unresolved.push({ code: 'too-many' });
      return;
    }
    const part = undescribed();
    addConcept(part, ingredient, `${item}CodeableConcept`);
    const reference = ingredient.object(`${item}Reference`);
    if (reference !== null) this.#addReference(part, reference, container, faults, walk);
    if (isEmpty(part)) part.unresolved.push({ code: 'nameless' });
    into.ingredients.push(part);
  }
}

function within(type: string, fault: RowFault): RowFault {
  return 'element' in fault ? { ...fault, element: `${type}.${fault.element}` } : fault;
}
