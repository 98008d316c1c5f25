/** One thing that was looked at of a site. */
export interface CheckLine {
  /** `stops`: no launch, or no verdict, before this is put right. `misses`: the app works and says what is missing. */
  readonly result: 'ok' | 'misses' | 'stops';
  readonly about:
    | 'discovery'
    | 'keys'
    | 'app keys'
    | 'clock'
    | 'capabilities'
    | 'reading'
    | 'writing'
    | 'frame'
    | 'hooks'
    | 'register';
  readonly text: string;
}
