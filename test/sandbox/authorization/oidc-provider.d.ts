/** What the pretend EHR uses of oidc-provider 9.13.3, which comes without types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export interface Grant {
    readonly jti: string;
    readonly accountId: string;
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }

  export interface AccessToken {
    readonly jti: string;
    readonly grantId: string;
    readonly scope: string | undefined;
    readonly isValid: boolean;
    destroy(): Promise<void>;
  }

  export interface OidcContext {
    readonly route: string | undefined;
    readonly params: Readonly<Record<string, string | undefined>>;
    readonly client: { readonly clientId: string };
    readonly session: {
      accountId?: string;
      loginAccount(details: { accountId: string; transient?: boolean }): void;
    };
    readonly entities: { readonly Grant?: Grant; readonly AccessToken?: AccessToken };
  }

  export interface Context {
    readonly oidc: OidcContext;
    readonly path: string;
    status: number;
    body: unknown;
    type: string;
  }

  interface Model<T> {
    find(id: string): Promise<T | undefined>;
  }

  export default class Provider {
    constructor(issuer: string, configuration: object);
    readonly AccessToken: Model<AccessToken>;
    readonly ClientCredentials: Model<Omit<AccessToken, 'grantId'>>;
    readonly Grant: Model<Grant> & (new (payload: { accountId: string; clientId: string }) => Grant);
    use(middleware: (context: Context, next: () => Promise<void>) => Promise<void>): void;
    on(event: string, listener: (...details: unknown[]) => void): this;
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  }

  export const errors: {
    readonly InvalidRequest: new (description: string) => Error;
    readonly AccessDenied: new (description: string) => Error;
  };
}
