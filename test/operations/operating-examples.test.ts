/** The examples of docs/operating.md, each given to the program that would read it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { selfSignedCertificate } from './self-signed-certificate.ts';

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/operating.md'), 'utf8');

/** The indented lines after the one that begins so, without their indentation. */
function exampleAfter(beginning: string): string {
  const lines = PAGE.slice(PAGE.indexOf(`\n${beginning}`) + 1).split('\n');
  const first = lines.findIndex((line) => line.startsWith('    '));
  const rest = lines.slice(first);
  const end = rest.findIndex((line) => line !== '' && !line.startsWith('    '));
  return rest
    .slice(0, end)
    .map((line) => line.slice(4))
    .join('\n');
}

const missing = (command: string, ...words: string[]) =>
  spawnSync(command, words).status === 0 ? null : `${command} is not on this machine`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ldn-operating-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const noNginx = missing('nginx', '-v') ?? missing('openssl', 'version');
test.skipIf(noNginx !== null)(`nginx takes its block (${noNginx ?? 'nginx found'})`, () => {
  const block = exampleAfter('nginx:');
  expect(block).toContain('proxy_set_header Host $http_host;');
  const { key, cert } = selfSignedCertificate(folder, 'x');
  const whole = `pid ${folder}/pid; error_log ${folder}/log; events {} http { access_log off;
    ssl_certificate ${cert}; ssl_certificate_key ${key};
    client_body_temp_path ${folder}; proxy_temp_path ${folder}; fastcgi_temp_path ${folder};
    uwsgi_temp_path ${folder}; scgi_temp_path ${folder};
    ${block.replace('listen 80;', 'listen 18080;').replace('listen 443', 'listen 18443')} }`;
  writeFileSync(join(folder, 'nginx.conf'), whole);
  const { status, stderr } = spawnSync('nginx', ['-t', '-c', join(folder, 'nginx.conf')], {
    encoding: 'utf8',
  });
  expect(`${status} ${stderr}`).toMatch(/^0 /);
});

const noSystemd = missing('systemd-analyze', '--version');
test.skipIf(noSystemd !== null)(`systemd takes its unit (${noSystemd ?? 'systemd found'})`, () => {
  const node = process.execPath;
  const unit = exampleAfter('systemd').replace('/usr/bin/node', node).replace('User=ldn', `User=root`);
  const file = join(folder, 'ldn-titration.service');
  writeFileSync(file, unit);
  const { stdout, stderr } = spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' });
  const ofUnit = `${stdout}${stderr}`.split('\n').filter((line) => line.includes('ldn-titration.service'));
  expect(ofUnit).toEqual([]);
});

const noCompose = missing('docker', 'compose', 'version');
test.skipIf(noCompose !== null)(`compose takes its file (${noCompose ?? 'docker compose found'})`, () => {
  mkdirSync(join(folder, 'compose'));
  writeFileSync(join(folder, 'compose', 'compose.yaml'), exampleAfter('Compose, with Valkey:'));
  writeFileSync(join(folder, 'compose', 'ldn.env'), '');
  const { status, stderr } = spawnSync('docker', ['compose', 'config', '--quiet'], {
    cwd: join(folder, 'compose'),
    encoding: 'utf8',
  });
  expect(`${status} ${stderr}`).toBe('0 ');
});
