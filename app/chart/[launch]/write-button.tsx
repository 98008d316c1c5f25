'use client';

import { useFormStatus } from 'react-dom';

/** Disabled only while the write is under way. That one press makes one draft is the server's promise, not this button's. */
export function WriteButton({ label }: { readonly label: string }) {
  const { pending } = useFormStatus();
  return (
    <button type="submit" name="go" value="write" className="primary" disabled={pending}>
      {pending ? 'Writing...' : label}
    </button>
  );
}
