/** Whether an EHR's search shows drafts: some hide them from every search, and then an empty answer says nothing of a draft. */

export interface SearchOfDrafts {
  /** The site says so, or a draft of ours was seen by search soon after it was written; and none was missed since. */
  isKnownToShow(): Promise<boolean>;
  /** What a look for a draft that stands has shown: it was among the rows, or it was not. */
  tell(seen: 'shown' | 'missed'): Promise<void>;
}
