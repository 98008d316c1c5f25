/** nginx as Debian ships it, in front of one or several servers of the app, each request to the next, with its own defaults: 8 kB of headers, buffering, HTTP/1.0 to the app. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { has, NotToBeHad, startProcess } from './outside-server.ts';

/** @returns what stops it. @throws NotToBeHad where there is no nginx. */
export async function startNginx(
  port: number,
  appPorts: readonly number[],
  folder: string,
): Promise<() => Promise<void>> {
  if (!has('nginx', '-v')) throw new NotToBeHad('there is no nginx here');
  const home = join(folder, 'nginx');
  await mkdir(home, { recursive: true });
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${home}/${kind};`,
  );
  await writeFile(
    join(home, 'nginx.conf'),
    `daemon off;
pid ${home}/pid;
error_log ${home}/error.log;
events {}
http {
  access_log off;
  ${temporary.join(' ')}
  upstream app { ${appPorts.map((appPort) => `server 127.0.0.1:${appPort} max_fails=0;`).join(' ')} }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://app;
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
    }
  }
}
`,
  );
  const arguments_ = ['-p', home, '-e', join(home, 'error.log'), '-c', join(home, 'nginx.conf')];
  return startProcess('nginx', arguments_, `http://127.0.0.1:${port}/health?live`);
}
