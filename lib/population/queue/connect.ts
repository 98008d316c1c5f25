/** The queue that hands buckets to workers: names of files and numbers, nothing of a patient. */
import { createNodeRedisClient, type IRedisClient } from 'bullmq';
import { createClient } from 'redis';
import { z } from 'zod';

/** Every run has its jobs in this one; a worker takes whichever comes. */
export const QUEUE = 'ldn-population';

/** POLICY: how long a worker may be silent before its bucket goes to another. */
export const LOCK_MS = 60_000;

/** As often as that a bucket may be begun; a chart that ends its program is set aside long before. */
export const MOST_ATTEMPTS = 30;

/** What a job holds. The folder is one that every worker sees under the same name. */
export const bucketJob = z.strictObject({
  folder: z.string().startsWith('/'),
  bucket: z.strictObject({ name: z.string().regex(/^b(?:-\d{3})+$/), bytes: z.int().nonnegative() }),
});

export type BucketJob = z.infer<typeof bucketJob>;

interface Connection {
  readonly client: IRedisClient;
  readonly close: () => void;
}

/** It comes back by itself after Redis was away. @throws where there is no Redis at first. */
export async function connect(address: string): Promise<Connection> {
  const client = createClient({ url: address });
  client.on('error', () => {});
  await client.connect();
  return { client: createNodeRedisClient(client), close: () => client.destroy() };
}
