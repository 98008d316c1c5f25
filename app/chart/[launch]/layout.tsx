import type { ReactNode } from 'react';
import { EhrStyle } from './ehr-style/ehr-style.tsx';

/** What all screens of a launch share. The style is fetched beside the screen: neither waits for the other to begin. */
export default async function LaunchLayout({
  children,
  params,
}: {
  readonly children: ReactNode;
  readonly params: Promise<{ readonly launch: string }>;
}) {
  const { launch: launchId } = await params;
  return (
    <>
      <EhrStyle launchId={launchId} />
      {children}
    </>
  );
}
