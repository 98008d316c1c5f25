import { inShort } from '#lib/safety/in-short.ts';
import type { Words } from '#lib/words/words-for.ts';

/** What was taken for no medicine, behind a click: nobody has to read it, and anybody can see that it was no opioid. */
export function Devices({ words, devices }: { readonly words: Words; readonly devices: readonly string[] }) {
  if (devices.length === 0) return null;
  return (
    <details>
      <summary>{words.safety.history.devices(devices.length)}</summary>
      <ul>
        {devices.map((device) => (
          <li key={device}>{inShort(device)}</li>
        ))}
      </ul>
    </details>
  );
}
