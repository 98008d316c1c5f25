'use client';

import { unstable_isUnrecognizedActionError as isOfAnotherBuild } from 'next/navigation';
import { type MouseEvent, useRef, useState } from 'react';
import { useFormStatus } from 'react-dom';
import type { Messaging } from '#lib/visit/writing-of.ts';
import { olderPageOf } from '../../../posted/older-page-of.ts';

/**
 * Disabled only while the write is under way. That one press makes one draft is the server's promise, not this button's. With `messaging`
 * the page itself hands the draft to the EHR's window; without an answer from there, or without scripts, the form is sent as it is, and
 * the server shows the order to copy.
 */
export function WriteButton({
  label,
  underWay,
  messaging,
}: {
  readonly label: string;
  /** Stands on it while the write is under way. */
  readonly underWay: string;
  readonly messaging: Messaging | null;
}) {
  const { pending, data } = useFormStatus();
  const [isHanding, setHanding] = useState(false);
  const isWriting = isHanding || (pending && data.get('go') === 'write');
  const step = useRef<'ready' | 'handing' | 'silent'>('ready');

  const press = async (event: MouseEvent<HTMLButtonElement>) => {
    const { currentTarget: button } = event;
    const { form } = button;
    if (messaging === null || form === null || step.current === 'silent') return;
    event.preventDefault();
    if (step.current === 'handing') return;
    step.current = 'handing';
    setHanding(true);
    const { handOver } = await import('../hand-over.ts');
    // Where our own server cannot be told, Review says what it knows once it can be reached again.
    const lost = `/chart/${messaging.launchId}/review?write=failed`;
    const next = await handOver(messaging, new FormData(form, button)).catch((error: unknown) =>
      isOfAnotherBuild(error) ? olderPageOf(location.pathname) : lost,
    );
    if (next !== null) {
      location.assign(next);
      return;
    }
    step.current = 'silent';
    form.requestSubmit(button);
  };

  return (
    <button type="submit" name="go" value="write" className="primary" disabled={pending} onClick={press}>
      {isWriting ? underWay : label}
    </button>
  );
}
