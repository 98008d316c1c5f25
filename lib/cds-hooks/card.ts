/** The answer's shape, no wider than what this app says. @see CDS Hooks 2.0.1, "CDS Service Response" */

export interface HookResponse {
  readonly cards: readonly Card[];
}

export interface Card {
  readonly uuid: string;
  /** Under 140 characters. */
  readonly summary: string;
  /** GitHub-flavoured Markdown. */
  readonly detail: string;
  readonly indicator: 'info' | 'warning' | 'critical';
  readonly source: { readonly label: string; readonly url: string; readonly topic: Coding };
  readonly suggestions?: readonly Suggestion[];
  /** Stands exactly where suggestions do. */
  readonly selectionBehavior?: 'at-most-one' | 'any';
  readonly overrideReasons: readonly Coding[];
  readonly links: readonly SmartLink[];
}

export interface Coding {
  readonly system: string;
  readonly code: string;
  readonly display: string;
}

export interface Suggestion {
  readonly label: string;
  readonly uuid: string;
  readonly isRecommended?: boolean;
  readonly actions: readonly Action[];
}

type Action =
  | { readonly type: 'delete'; readonly description: string; readonly resourceId: string }
  | { readonly type: 'create'; readonly description: string; readonly resource: object };

export interface SmartLink {
  readonly label: string;
  readonly url: string;
  readonly type: 'smart';
  /** Comes back to the app with the launch. */
  readonly appContext: string;
}
