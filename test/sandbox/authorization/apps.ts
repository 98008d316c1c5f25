/** The apps registered with the pretend EHR. All are this one, registered in the three ways SMART knows. */

export const CLIENT_IDS = {
  privateKeyJwt: 'ldn-titration',
  public: 'ldn-titration-public',
  secret: 'ldn-titration-secret',
  backend: 'ldn-titration-backend',
} as const;

/** The confidential client's secret; this EHR holds no secret worth keeping. */
const CLIENT_SECRET = 'pretend-secret-of-the-pretend-ehr';

/** `appUrl` is the app's origin; its keys are fetched from there when the first token is asked for. */
export function registeredApps(appUrl: string): object[] {
  const common = {
    redirect_uris: [`${appUrl}/callback`],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    id_token_signed_response_alg: 'RS256',
  };
  return [
    {
      ...common,
      client_id: CLIENT_IDS.privateKeyJwt,
      token_endpoint_auth_method: 'private_key_jwt',
      jwks_uri: `${appUrl}/.well-known/jwks.json`,
    },
    { ...common, client_id: CLIENT_IDS.public, token_endpoint_auth_method: 'none' },
    {
      ...common,
      client_id: CLIENT_IDS.secret,
      client_secret: CLIENT_SECRET,
      token_endpoint_auth_method: 'client_secret_basic',
    },
    {
      client_id: CLIENT_IDS.backend,
      redirect_uris: [],
      response_types: [],
      grant_types: ['client_credentials'],
      token_endpoint_auth_method: 'private_key_jwt',
      jwks_uri: `${appUrl}/.well-known/jwks.json`,
    },
  ];
}
